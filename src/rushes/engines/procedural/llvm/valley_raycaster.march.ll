; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 99422e66f703b1365994bad5e8127938
; entry valley_raycaster.march.0(float32:3:C, float32:2:C, float32:2:C, float32:3:C, float32:3:C, float64, float32:4:C, float32:2:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:2:C, float32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, bool, float64, float64:2:C, float64:1:C, float64:1:C, float64:2:C, float64:1:C, uint8:2:C, float64:1:C) -> none
@0 = internal constant [24 x i8] c"\01\00\00\00\00\00\00\00\04\00\00\00\00\00\00\00\0E\00\00\00\00\00\00\00", align 8
define void @valley_raycaster.march.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 96
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 104
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 112
  %20 = load i64, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 192
  %22 = load ptr, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 216
  %24 = load i64, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 256
  %26 = load ptr, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 272
  %28 = load i64, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 280
  %30 = load i64, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 288
  %32 = load i64, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 328
  %34 = load ptr, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 336
  %36 = load i64, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 344
  %38 = load i64, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 368
  %40 = load ptr, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 392
  %42 = load i64, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 424
  %44 = load double, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 432
  %46 = load double, ptr %45, align 8
  %47 = getelementptr i8, ptr %0, i64 440
  %48 = load double, ptr %47, align 8
  %49 = getelementptr i8, ptr %0, i64 448
  %50 = load double, ptr %49, align 8
  %51 = getelementptr i8, ptr %0, i64 456
  %52 = load double, ptr %51, align 8
  %53 = getelementptr i8, ptr %0, i64 464
  %54 = load double, ptr %53, align 8
  %55 = getelementptr i8, ptr %0, i64 472
  %56 = load double, ptr %55, align 8
  %57 = getelementptr i8, ptr %0, i64 480
  %58 = load double, ptr %57, align 8
  %59 = getelementptr i8, ptr %0, i64 488
  %60 = load double, ptr %59, align 8
  %61 = getelementptr i8, ptr %0, i64 496
  %62 = load double, ptr %61, align 8
  %63 = getelementptr i8, ptr %0, i64 504
  %64 = load double, ptr %63, align 8
  %65 = getelementptr i8, ptr %0, i64 512
  %66 = load double, ptr %65, align 8
  %67 = getelementptr i8, ptr %0, i64 560
  %68 = load ptr, ptr %67, align 8
  %69 = getelementptr i8, ptr %0, i64 608
  %70 = load double, ptr %69, align 8
  %71 = getelementptr i8, ptr %0, i64 616
  %72 = load double, ptr %71, align 8
  %73 = getelementptr i8, ptr %0, i64 680
  %74 = load double, ptr %73, align 8
  %75 = getelementptr i8, ptr %0, i64 688
  %76 = load double, ptr %75, align 8
  %77 = getelementptr i8, ptr %0, i64 768
  %78 = load ptr, ptr %77, align 8
  %79 = getelementptr i8, ptr %0, i64 776
  %80 = load i64, ptr %79, align 8
  %81 = getelementptr i8, ptr %0, i64 784
  %82 = load i64, ptr %81, align 8
  %83 = getelementptr i8, ptr %0, i64 792
  %84 = load i64, ptr %83, align 8
  %85 = getelementptr i8, ptr %0, i64 824
  %86 = load double, ptr %85, align 8
  %87 = getelementptr i8, ptr %0, i64 832
  %88 = load double, ptr %87, align 8
  %89 = getelementptr i8, ptr %0, i64 840
  %90 = load double, ptr %89, align 8
  %91 = getelementptr i8, ptr %0, i64 848
  %92 = load double, ptr %91, align 8
  %93 = getelementptr i8, ptr %0, i64 856
  %94 = load double, ptr %93, align 8
  %95 = getelementptr i8, ptr %0, i64 864
  %96 = load double, ptr %95, align 8
  %97 = getelementptr i8, ptr %0, i64 872
  %98 = load double, ptr %97, align 8
  %99 = getelementptr i8, ptr %0, i64 880
  %100 = load double, ptr %99, align 8
  %101 = getelementptr i8, ptr %0, i64 888
  %102 = load ptr, ptr %101, align 8
  %103 = getelementptr i8, ptr %0, i64 912
  %104 = load i64, ptr %103, align 8
  %105 = getelementptr i8, ptr %0, i64 984
  %106 = load double, ptr %105, align 8
  %107 = getelementptr i8, ptr %0, i64 992
  %108 = load double, ptr %107, align 8
  %109 = getelementptr i8, ptr %0, i64 1000
  %110 = load double, ptr %109, align 8
  %111 = getelementptr i8, ptr %0, i64 1008
  %112 = load i64, ptr %111, align 8
  %113 = getelementptr i8, ptr %0, i64 1016
  %114 = load double, ptr %113, align 8
  %115 = getelementptr i8, ptr %0, i64 1024
  %116 = load ptr, ptr %115, align 8
  %117 = getelementptr i8, ptr %0, i64 1032
  %118 = load i64, ptr %117, align 8
  %119 = getelementptr i8, ptr %0, i64 1040
  %120 = load i64, ptr %119, align 8
  %121 = getelementptr i8, ptr %0, i64 1064
  %122 = load ptr, ptr %121, align 8
  %123 = getelementptr i8, ptr %0, i64 1072
  %124 = load i64, ptr %123, align 8
  %125 = getelementptr i8, ptr %0, i64 1088
  %126 = load ptr, ptr %125, align 8
  %127 = getelementptr i8, ptr %0, i64 1096
  %128 = load i64, ptr %127, align 8
  %129 = getelementptr i8, ptr %0, i64 1112
  %130 = load ptr, ptr %129, align 8
  %131 = getelementptr i8, ptr %0, i64 1120
  %132 = load i64, ptr %131, align 8
  %133 = getelementptr i8, ptr %0, i64 1128
  %134 = load i64, ptr %133, align 8
  %135 = getelementptr i8, ptr %0, i64 1152
  %136 = load ptr, ptr %135, align 8
  %137 = getelementptr i8, ptr %0, i64 1160
  %138 = load i64, ptr %137, align 8
  %139 = getelementptr i8, ptr %0, i64 1176
  %140 = load ptr, ptr %139, align 8
  %141 = getelementptr i8, ptr %0, i64 1184
  %142 = load i64, ptr %141, align 8
  %143 = getelementptr i8, ptr %0, i64 1192
  %144 = load i64, ptr %143, align 8
  %145 = getelementptr i8, ptr %0, i64 1216
  %146 = load ptr, ptr %145, align 8
  %147 = getelementptr i8, ptr %0, i64 1224
  %148 = load i64, ptr %147, align 8
  %149 = and i64 %112, 255
  %150 = icmp eq i64 %149, 0
  %151 = fneg double %88
  %152 = select i1 %150, double %88, double %151
  %153 = add i64 %138, -1
  %154 = fdiv double %106, %96
  %155 = icmp sgt i64 %4, 699
  %156 = add nsw i64 %4, 1
  %157 = ashr i64 %156, 1
  %158 = icmp slt i64 %4, 1
  br i1 %158, label %2562, label %159
159:
  %160 = getelementptr i8, ptr %0, i64 904
  %161 = load i64, ptr %160, align 8
  %162 = getelementptr i8, ptr %0, i64 896
  %163 = load i64, ptr %162, align 8
  %164 = getelementptr i8, ptr %0, i64 632
  %165 = load double, ptr %164, align 8
  %166 = getelementptr i8, ptr %0, i64 624
  %167 = load double, ptr %166, align 8
  %168 = getelementptr i8, ptr %0, i64 536
  %169 = load i64, ptr %168, align 8
  %170 = getelementptr i8, ptr %0, i64 520
  %171 = load ptr, ptr %170, align 8
  %172 = getelementptr i8, ptr %0, i64 384
  %173 = load i64, ptr %172, align 8
  %174 = getelementptr i8, ptr %0, i64 248
  %175 = load double, ptr %174, align 8
  %176 = getelementptr i8, ptr %0, i64 208
  %177 = load i64, ptr %176, align 8
  %178 = mul i64 %32, %30
  %179 = sitofp i64 %6 to double
  %180 = fsub double %100, %179
  %181 = fdiv double %180, %96
  %182 = icmp slt i64 %6, 1
  %183 = icmp sgt i64 %6, 0
  %184 = mul i64 %8, %6
  %185 = sitofp i64 %80 to double
  %186 = fadd double %185, -1.001000e+00
  %187 = sitofp i64 %82 to double
  %188 = fadd double %187, -1.001000e+00
  %189 = uitofp i64 %4 to double
  %190 = mul i64 %84, %82
  %191 = mul i64 %178, %28
  %192 = fcmp olt double %181, 0.000000e+00
  %193 = select i1 %192, double 0.000000e+00, double %181
  %194 = select i1 %150, double %181, double %193
  %195 = fsub double %175, %152
  %196 = add nsw i64 %6, -1
  %197 = select i1 %183, i64 0, i64 %144
  %198 = sitofp i64 %28 to double
  %199 = fadd double %198, -1.000000e+00
  %200 = sitofp i64 %36 to double
  %201 = fadd double %200, -1.000000e+00
  %202 = mul i64 %173, %42
  %203 = mul i64 %177, %24
  %204 = shl i64 %169, 4
  %205 = getelementptr i8, ptr %171, i64 %204
  %206 = getelementptr i8, ptr %205, i64 8
  %207 = getelementptr i8, ptr %205, i64 16
  %208 = fcmp ogt double %74, 0.000000e+00
  %209 = fcmp olt double %88, 0.000000e+00
  %210 = select i1 %209, double -0.000000e+00, double %151
  %211 = fdiv double %210, %76
  %212 = fptrunc double %211 to float
  %213 = fmul float %212, 0x3FF7154760000000
  %214 = fcmp olt float %213, -1.260000e+02
  %215 = select i1 %214, float -1.260000e+02, float %213
  %216 = fcmp ogt float %215, 1.260000e+02
  %217 = select i1 %216, float 1.260000e+02, float %215
  %218 = fadd float %217, 5.000000e-01
  %219 = tail call float @llvm.floor.f32(float %218)
  %220 = fsub float %217, %219
  %221 = fmul float %220, 0x3F83C6E5C0000000
  %222 = fadd float %221, 0x3FAC96D5E0000000
  %223 = fmul float %220, %222
  %224 = fadd float %223, 0x3FCEBFB3E0000000
  %225 = fmul float %220, %224
  %226 = fadd float %225, 0x3FE62E2D20000000
  %227 = fmul float %220, %226
  %228 = fadd float %227, 1.000000e+00
  %229 = fptosi float %219 to i32
  %230 = shl i32 %229, 23
  %231 = add i32 %230, 1065353216
  %232 = bitcast i32 %231 to float
  %233 = fmul float %228, %232
  %234 = fpext float %233 to double
  %235 = fmul double %88, %96
  %236 = fptosi double %100 to i64
  %237 = add i64 %236, 10
  %238 = tail call i64 @llvm.smin.i64(i64 %6, i64 %237)
  %239 = icmp slt i64 %238, 1
  %240 = fcmp ogt double %70, 0.000000e+00
  %241 = sitofp i64 %163 to double
  %242 = fadd double %241, -1.001000e+00
  %243 = sitofp i64 %161 to double
  %244 = fadd double %243, -1.001000e+00
  %245 = mul i64 %161, %104
  %246 = fcmp ogt double %72, 0.000000e+00
  %247 = fmul double %167, 1.350000e-02
  %248 = fadd double %247, 1.200000e-02
  %249 = fcmp olt double %165, 1.200000e-03
  %250 = select i1 %249, double 1.200000e-03, double %165
  %251 = fcmp ogt double %167, 5.000000e-01
  %252 = mul i64 %169, 56
  %253 = getelementptr i8, ptr %171, i64 %252
  %254 = getelementptr i8, ptr %253, i64 8
  %255 = getelementptr i8, ptr %253, i64 16
  %256 = fmul double %165, 6.200000e-01
  %257 = fcmp ogt double %256, 6.000000e-04
  %258 = select i1 %257, double %256, double 6.000000e-04
  %259 = fdiv double 6.000000e-04, %258
  %260 = add i64 %138, -2
  br label %1689
261:
  %262 = icmp slt i64 %1690, %157
  %263 = shl nuw nsw i64 %1690, 1
  br i1 %262, label %270, label %264
264:
  %265 = sub nsw i64 %1690, %157
  %266 = shl nuw nsw i64 %265, 1
  %267 = or i64 %266, 1
  %268 = add nuw nsw i64 %266, 2
  %269 = icmp slt i64 %268, %4
  br label %270
270:
  %271 = phi i64 [ %267, %264 ], [ %263, %261 ], [ %1690, %1689 ]
  %272 = phi i1 [ %269, %264 ], [ false, %261 ], [ false, %1689 ]
  %273 = sitofp i64 %271 to double
  %274 = fadd double %273, 5.000000e-01
  %275 = fsub double %274, %98
  %276 = fdiv double %275, %96
  %277 = fmul double %94, %276
  %278 = fadd double %92, %277
  %279 = fmul double %92, %276
  %280 = fsub double %94, %279
  %281 = fmul double %276, %276
  %282 = fadd double %281, 1.000000e+00
  %283 = tail call double @llvm.sqrt.f64(double %282)
  br i1 %182, label %284, label %1692
284:
  %285 = select i1 %272, i1 %150, i1 false
  br label %369
286:
  %287 = select i1 %272, i1 %150, i1 false
  br i1 %287, label %288, label %369
288:
  %289 = add nsw i64 %271, -1
  %290 = icmp slt i64 %271, 1
  %291 = select i1 %290, i64 %142, i64 0
  %292 = add i64 %291, %289
  %293 = mul i64 %292, %144
  %294 = getelementptr i8, ptr %140, i64 %293
  %295 = select i1 %290, i64 %12, i64 0
  %296 = add i64 %295, %289
  %297 = mul i64 %296, %14
  %298 = getelementptr float, ptr %10, i64 %297
  %299 = add nsw i64 %271, 1
  %300 = icmp slt i64 %271, -1
  %301 = select i1 %300, i64 %12, i64 0
  %302 = add i64 %301, %299
  %303 = mul i64 %302, %14
  %304 = getelementptr float, ptr %10, i64 %303
  %305 = select i1 %300, i64 %142, i64 0
  %306 = add i64 %305, %299
  %307 = mul i64 %306, %144
  %308 = getelementptr i8, ptr %140, i64 %307
  %309 = select i1 %290, i64 %4, i64 0
  %310 = add i64 %309, %289
  %311 = mul i64 %310, %184
  %312 = getelementptr float, ptr %2, i64 %311
  %313 = select i1 %300, i64 %4, i64 0
  %314 = add i64 %313, %299
  %315 = mul i64 %314, %184
  %316 = getelementptr float, ptr %2, i64 %315
  %317 = mul i64 %271, %184
  %318 = getelementptr float, ptr %2, i64 %317
  br label %344
319:
  %320 = fsub float %350, %352
  %321 = tail call float @llvm.fabs.f32(float %320)
  %322 = fmul float %350, 0x3F9EB851E0000000
  %323 = fcmp olt float %321, %322
  %324 = freeze i1 %323
  %325 = select i1 %324, i8 %348, i8 0
  %326 = getelementptr i8, ptr %1696, i64 %345
  store i8 %325, ptr %326, align 1
  %327 = icmp ne i8 %348, 0
  %328 = and i1 %327, %324
  br i1 %328, label %329, label %342
329:
  %330 = icmp eq i8 %348, 1
  %331 = select i1 %330, double 0.000000e+00, double 1.000000e+00
  %332 = getelementptr double, ptr %122, i64 %345
  store double %331, ptr %332, align 8
  %333 = fadd float %350, %352
  %334 = fmul float %333, 5.000000e-01
  %335 = getelementptr float, ptr %1694, i64 %345
  store float %334, ptr %335, align 4
  %336 = icmp eq i8 %348, 2
  br i1 %336, label %337, label %342
337:
  %338 = mul i64 %345, %8
  %339 = getelementptr float, ptr %312, i64 %338
  %340 = getelementptr float, ptr %316, i64 %338
  %341 = getelementptr float, ptr %318, i64 %338
  br label %358
342:
  %343 = icmp eq i64 %6, %346
  br i1 %343, label %369, label %344
344:
  %345 = phi i64 [ 0, %288 ], [ %346, %342 ]
  %346 = add nuw nsw i64 %345, 1
  %347 = getelementptr i8, ptr %294, i64 %345
  %348 = load i8, ptr %347, align 1
  %349 = getelementptr float, ptr %298, i64 %345
  %350 = load float, ptr %349, align 4
  %351 = getelementptr float, ptr %304, i64 %345
  %352 = load float, ptr %351, align 4
  %353 = getelementptr i8, ptr %308, i64 %345
  %354 = load i8, ptr %353, align 1
  %355 = icmp eq i8 %348, %354
  br i1 %355, label %319, label %356
356:
  %357 = getelementptr i8, ptr %1696, i64 %345
  store i8 0, ptr %357, align 1
  br label %342
358:
  %359 = phi i64 [ 0, %337 ], [ %360, %358 ]
  %360 = add nuw nsw i64 %359, 1
  %361 = getelementptr float, ptr %339, i64 %359
  %362 = load float, ptr %361, align 4
  %363 = getelementptr float, ptr %340, i64 %359
  %364 = load float, ptr %363, align 4
  %365 = fadd float %362, %364
  %366 = fmul float %365, 5.000000e-01
  %367 = getelementptr float, ptr %341, i64 %359
  store float %366, ptr %367, align 4
  %368 = icmp eq i64 %360, 3
  br i1 %368, label %342, label %358
369:
  %370 = phi i1 [ %285, %284 ], [ false, %286 ], [ true, %342 ]
  %371 = fdiv double %274, %189
  %372 = fcmp olt double %371, 0.000000e+00
  %373 = select i1 %372, double 0.000000e+00, double %371
  %374 = fcmp ogt double %373, 1.000000e+00
  %375 = select i1 %374, double 1.000000e+00, double %373
  %376 = fmul double %375, 3.199900e+01
  %377 = fcmp olt double %376, 0.000000e+00
  %378 = select i1 %377, double 0.000000e+00, double %376
  %379 = fcmp olt double %188, %378
  %380 = select i1 %379, double %188, double %378
  %381 = fptosi double %380 to i64
  %382 = sitofp i64 %381 to double
  %383 = fsub double %380, %382
  %384 = fsub double 1.000000e+00, %383
  %385 = icmp slt i64 %381, 0
  %386 = select i1 %385, i64 %82, i64 0
  %387 = add i64 %386, %381
  %388 = mul i64 %387, %84
  %389 = add i64 %388, 2
  %390 = add nsw i64 %381, 1
  %391 = icmp slt i64 %381, -1
  %392 = select i1 %391, i64 %82, i64 0
  %393 = add i64 %390, %392
  %394 = mul i64 %393, %84
  %395 = add i64 %394, 2
  %396 = add i64 %388, 1
  %397 = add i64 %394, 1
  br label %1707
398:
  %399 = add nsw i64 %271, -1
  %400 = icmp slt i64 %271, 1
  %401 = select i1 %400, i64 %148, i64 0
  %402 = getelementptr double, ptr %146, i64 %399
  %403 = getelementptr double, ptr %402, i64 %401
  %404 = add nsw i64 %271, 1
  %405 = icmp slt i64 %271, -1
  %406 = select i1 %405, i64 %148, i64 0
  %407 = getelementptr double, ptr %146, i64 %404
  %408 = getelementptr double, ptr %407, i64 %406
  %409 = mul i64 %271, %144
  %410 = getelementptr i8, ptr %140, i64 %409
  %411 = select i1 %400, i64 %12, i64 0
  %412 = add i64 %411, %399
  %413 = mul i64 %412, %14
  %414 = getelementptr float, ptr %10, i64 %413
  %415 = select i1 %405, i64 %12, i64 0
  %416 = add i64 %415, %404
  %417 = mul i64 %416, %14
  %418 = getelementptr float, ptr %10, i64 %417
  %419 = icmp sgt i64 %271, 0
  %420 = select i1 %419, i64 0, i64 %12
  %421 = add i64 %420, %399
  %422 = mul i64 %421, %14
  %423 = getelementptr float, ptr %10, i64 %422
  %424 = fmul double %283, %283
  %425 = select i1 %419, i64 0, i64 %4
  %426 = add i64 %425, %399
  %427 = mul i64 %426, %184
  %428 = getelementptr float, ptr %2, i64 %427
  %429 = select i1 %405, i64 %4, i64 0
  %430 = add i64 %429, %404
  %431 = mul i64 %430, %184
  %432 = getelementptr float, ptr %2, i64 %431
  %433 = getelementptr double, ptr %146, i64 %271
  %434 = mul i64 %271, %14
  %435 = getelementptr float, ptr %10, i64 %434
  br label %1808
436:
  %437 = phi i64 [ %438, %436 ], [ 0, %1808 ]
  %438 = add nuw nsw i64 %437, 1
  %439 = getelementptr double, ptr %136, i64 %438
  %440 = load double, ptr %439, align 8
  %441 = fcmp olt double %440, %1810
  br i1 %441, label %436, label %442
442:
  %443 = phi double [ %1814, %1808 ], [ %440, %436 ]
  %444 = phi i64 [ 0, %1808 ], [ %438, %436 ]
  %445 = icmp slt i64 %444, %153
  %446 = fcmp olt double %194, %1812
  %447 = select i1 %445, i1 %446, i1 false
  %448 = fdiv double %195, %443
  %449 = fcmp ogt double %448, %194
  %450 = select i1 %447, i1 %449, i1 false
  br i1 %450, label %451, label %1542
451:
  %452 = fmul double %278, %443
  %453 = fadd double %86, %452
  %454 = fadd double %453, 6.000000e+03
  %455 = fmul double %454, 0x3FC5D867C3ECE2A5
  %456 = fadd double %455, -5.000000e-01
  %457 = fcmp olt double %456, 0.000000e+00
  %458 = select i1 %457, double 0.000000e+00, double %456
  %459 = fcmp ogt double %458, 0x409FFBFEF9DB22D1
  %460 = select i1 %459, double 0x409FFBFEF9DB22D1, double %458
  %461 = fptosi double %460 to i64
  %462 = sitofp i64 %461 to double
  %463 = fsub double %460, %462
  %464 = fmul double %280, %443
  %465 = fadd double %90, %464
  %466 = fadd double %465, 1.600000e+03
  %467 = fmul double %466, 0x3FC5D867C3ECE2A5
  %468 = fadd double %467, -5.000000e-01
  %469 = fcmp olt double %468, 0.000000e+00
  %470 = select i1 %469, double 0.000000e+00, double %468
  %471 = fcmp ogt double %470, 0x409FFBFEF9DB22D1
  %472 = select i1 %471, double 0x409FFBFEF9DB22D1, double %470
  %473 = fptosi double %472 to i64
  %474 = icmp slt i64 %473, 0
  %475 = select i1 %474, i64 %18, i64 0
  %476 = add i64 %475, %473
  %477 = mul i64 %476, %20
  %478 = getelementptr float, ptr %16, i64 %477
  %479 = add nsw i64 %461, 1
  %480 = icmp slt i64 %461, -1
  %481 = select i1 %480, i64 %20, i64 0
  %482 = add i64 %479, %481
  %483 = getelementptr float, ptr %478, i64 %482
  %484 = load float, ptr %483, align 4
  %485 = icmp slt i64 %461, 0
  %486 = select i1 %485, i64 %20, i64 0
  %487 = add i64 %486, %461
  %488 = getelementptr float, ptr %478, i64 %487
  %489 = load float, ptr %488, align 4
  %490 = fsub float %484, %489
  %491 = fpext float %490 to double
  %492 = fmul double %463, %491
  %493 = fpext float %489 to double
  %494 = fadd double %492, %493
  %495 = sitofp i64 %473 to double
  %496 = fsub double %472, %495
  %497 = add nsw i64 %473, 1
  %498 = icmp slt i64 %473, -1
  %499 = select i1 %498, i64 %18, i64 0
  %500 = add i64 %497, %499
  %501 = mul i64 %500, %20
  %502 = getelementptr float, ptr %16, i64 %501
  %503 = getelementptr float, ptr %502, i64 %482
  %504 = load float, ptr %503, align 4
  %505 = getelementptr float, ptr %502, i64 %487
  %506 = load float, ptr %505, align 4
  %507 = fsub float %504, %506
  %508 = fpext float %507 to double
  %509 = fmul double %463, %508
  %510 = fpext float %506 to double
  %511 = fadd double %509, %510
  %512 = fsub double %511, %494
  %513 = fmul double %496, %512
  %514 = fadd double %494, %513
  br label %515
515:
  %516 = phi double [ %1671, %1518 ], [ 0.000000e+00, %451 ]
  %517 = phi double [ %1672, %1518 ], [ 0.000000e+00, %451 ]
  %518 = phi double [ %1673, %1518 ], [ 4.000000e-02, %451 ]
  %519 = phi i64 [ %1674, %1518 ], [ -1, %451 ]
  %520 = phi double [ %1675, %1518 ], [ 0.000000e+00, %451 ]
  %521 = phi double [ %1676, %1518 ], [ 0.000000e+00, %451 ]
  %522 = phi double [ %1677, %1518 ], [ 0.000000e+00, %451 ]
  %523 = phi double [ %1678, %1518 ], [ 0.000000e+00, %451 ]
  %524 = phi i64 [ %731, %1518 ], [ %444, %451 ]
  %525 = phi double [ %736, %1518 ], [ %443, %451 ]
  %526 = phi double [ %1932, %1518 ], [ -1.000000e+00, %451 ]
  %527 = phi i1 [ %1926, %1518 ], [ false, %451 ]
  %528 = phi i1 [ %1679, %1518 ], [ false, %451 ]
  %529 = phi i64 [ %730, %1518 ], [ 0, %451 ]
  %530 = phi double [ %1680, %1518 ], [ %194, %451 ]
  %531 = phi double [ %800, %1518 ], [ %514, %451 ]
  br i1 %370, label %532, label %602
532:
  %533 = load double, ptr %403, align 8
  %534 = load double, ptr %408, align 8
  %535 = fcmp ogt double %534, %533
  %536 = select i1 %535, double %534, double %533
  %537 = fmul double %536, 1.050000e+00
  %538 = fcmp ogt double %525, %537
  br i1 %538, label %1525, label %539
539:
  %540 = fmul double %96, %530
  %541 = fsub double %100, %540
  %542 = tail call double @llvm.floor.f64(double %541)
  %543 = fptosi double %542 to i64
  %544 = tail call i64 @llvm.smax.i64(i64 %543, i64 0)
  %545 = tail call i64 @llvm.smin.i64(i64 %196, i64 %544)
  %546 = getelementptr i8, ptr %410, i64 %545
  %547 = getelementptr i8, ptr %546, i64 %197
  %548 = load i8, ptr %547, align 1
  %549 = icmp eq i8 %548, 0
  br i1 %549, label %602, label %550
550:
  br i1 %183, label %551, label %1525
551:
  %552 = load i8, ptr %546, align 1
  %553 = icmp eq i8 %552, 0
  br i1 %553, label %562, label %554
554:
  %555 = phi i64 [ %558, %557 ], [ %545, %551 ]
  %556 = icmp sgt i64 %555, 0
  br i1 %556, label %557, label %1525
557:
  %558 = add nsw i64 %555, -1
  %559 = getelementptr i8, ptr %410, i64 %558
  %560 = load i8, ptr %559, align 1
  %561 = icmp eq i8 %560, 0
  br i1 %561, label %562, label %554
562:
  %563 = phi i64 [ %545, %551 ], [ %558, %557 ]
  %564 = add nuw nsw i64 %563, 1
  %565 = getelementptr i8, ptr %410, i64 %564
  %566 = load i8, ptr %565, align 1
  %567 = icmp eq i8 %566, 1
  br i1 %567, label %1525, label %568
568:
  %569 = uitofp i64 %563 to double
  %570 = fsub double %100, %569
  %571 = fadd double %570, -1.000000e+00
  %572 = fdiv double %571, %96
  %573 = getelementptr float, ptr %414, i64 %564
  %574 = load float, ptr %573, align 4
  %575 = getelementptr float, ptr %418, i64 %564
  %576 = load float, ptr %575, align 4
  %577 = fcmp olt float %576, %574
  %578 = select i1 %577, float %576, float %574
  %579 = fpext float %578 to double
  %580 = fmul double %579, 0x3FEF0A3D70A3D70A
  %581 = add nsw i64 %524, 1
  %582 = icmp slt i64 %581, %153
  br i1 %582, label %583, label %1816
583:
  %584 = icmp slt i64 %524, -1
  %585 = select i1 %584, i64 %138, i64 0
  %586 = getelementptr double, ptr %136, i64 %581
  %587 = getelementptr double, ptr %586, i64 %585
  %588 = load double, ptr %587, align 8
  %589 = fcmp ugt double %588, %580
  br i1 %589, label %1816, label %590
590:
  %591 = phi i64 [ %595, %594 ], [ %524, %583 ]
  %592 = add nsw i64 %591, 2
  %593 = icmp slt i64 %592, %153
  br i1 %593, label %594, label %1816
594:
  %595 = add nsw i64 %591, 1
  %596 = icmp slt i64 %591, -2
  %597 = select i1 %596, i64 %138, i64 0
  %598 = getelementptr double, ptr %136, i64 %592
  %599 = getelementptr double, ptr %598, i64 %597
  %600 = load double, ptr %599, align 8
  %601 = fcmp ugt double %600, %580
  br i1 %601, label %1816, label %590
602:
  %603 = phi i64 [ %1817, %1816 ], [ %524, %539 ], [ %524, %515 ]
  %604 = phi double [ %1822, %1816 ], [ %525, %539 ], [ %525, %515 ]
  %605 = phi i1 [ false, %1816 ], [ %528, %539 ], [ %528, %515 ]
  %606 = phi i64 [ %1817, %1816 ], [ %529, %539 ], [ %529, %515 ]
  %607 = phi double [ %572, %1816 ], [ %530, %539 ], [ %530, %515 ]
  %608 = phi double [ %1885, %1816 ], [ %531, %539 ], [ %531, %515 ]
  %609 = add nsw i64 %603, 1
  %610 = icmp slt i64 %603, %606
  %611 = select i1 %610, i1 true, i1 %605
  br i1 %611, label %729, label %612
612:
  %613 = fmul double %278, %604
  %614 = fadd double %86, %613
  %615 = fmul double %280, %604
  %616 = fadd double %90, %615
  %617 = fcmp olt double %608, 0.000000e+00
  %618 = fadd double %614, 6.000000e+03
  %619 = fdiv double %618, 4.687500e+01
  %620 = fadd double %616, 1.600000e+03
  %621 = fdiv double %620, 4.687500e+01
  br i1 %617, label %622, label %650
622:
  %623 = xor i1 %527, true
  %624 = select i1 %150, i1 true, i1 %623
  br i1 %624, label %625, label %1886
625:
  %626 = fmul double %619, 2.000000e+00
  %627 = fcmp olt double %626, 0.000000e+00
  %628 = select i1 %627, double 0.000000e+00, double %626
  %629 = fcmp olt double %201, %628
  %630 = select i1 %629, double %201, double %628
  %631 = fptosi double %630 to i64
  %632 = fmul double %621, 2.000000e+00
  %633 = fcmp olt double %632, 0.000000e+00
  %634 = select i1 %633, double 0.000000e+00, double %632
  %635 = fcmp olt double %201, %634
  %636 = select i1 %635, double %201, double %634
  %637 = fptosi double %636 to i64
  %638 = icmp slt i64 %637, 0
  %639 = select i1 %638, i64 %36, i64 0
  %640 = add i64 %639, %637
  %641 = icmp slt i64 %631, 0
  %642 = select i1 %641, i64 %38, i64 0
  %643 = mul i64 %640, %38
  %644 = getelementptr float, ptr %34, i64 %643
  %645 = getelementptr float, ptr %644, i64 %642
  %646 = getelementptr float, ptr %645, i64 %631
  %647 = load float, ptr %646, align 4
  %648 = fpext float %647 to double
  %649 = fdiv double %648, %283
  br label %1886
650:
  %651 = fcmp olt double %619, 0.000000e+00
  %652 = select i1 %651, double 0.000000e+00, double %619
  %653 = fcmp olt double %199, %652
  %654 = select i1 %653, double %199, double %652
  %655 = fptosi double %654 to i64
  %656 = fcmp olt double %621, 0.000000e+00
  %657 = select i1 %656, double 0.000000e+00, double %621
  %658 = fcmp olt double %199, %657
  %659 = select i1 %658, double %199, double %657
  %660 = fptosi double %659 to i64
  %661 = icmp slt i64 %660, 0
  %662 = select i1 %661, i64 %28, i64 0
  %663 = add i64 %662, %660
  %664 = icmp slt i64 %655, 0
  %665 = select i1 %664, i64 %30, i64 0
  %666 = add i64 %665, %655
  %667 = mul i64 %663, %178
  %668 = mul i64 %666, %32
  %669 = getelementptr float, ptr %26, i64 %667
  %670 = getelementptr float, ptr %669, i64 %668
  %671 = fcmp oge double %526, 0.000000e+00
  %672 = select i1 %150, i1 true, i1 %671
  br label %679
673:
  %674 = load float, ptr %691, align 4
  %675 = fcmp ogt float %674, 0.000000e+00
  %676 = select i1 %672, i1 true, i1 %675
  br i1 %676, label %1886, label %677
677:
  %678 = icmp ugt i64 %681, 1
  br i1 %678, label %679, label %1886
679:
  %680 = phi i64 [ 2, %650 ], [ %683, %677 ]
  %681 = phi i64 [ 3, %650 ], [ %682, %677 ]
  %682 = add nsw i64 %681, -1
  %683 = add nsw i64 %680, -1
  %684 = getelementptr i64, ptr @0, i64 %680
  %685 = load i64, ptr %684, align 8
  %686 = sitofp i64 %685 to double
  %687 = fadd double %686, -2.500000e-01
  %688 = fmul double %687, 4.687500e+01
  %689 = fdiv double %688, %283
  %690 = mul i64 %191, %680
  %691 = getelementptr float, ptr %670, i64 %690
  %692 = getelementptr i8, ptr %691, i64 4
  %693 = load float, ptr %692, align 4
  %694 = fpext float %693 to double
  %695 = fcmp olt double %694, 0.000000e+00
  %696 = select i1 %695, double 0.000000e+00, double %694
  %697 = fsub double %696, %152
  %698 = fcmp ogt double %697, 0.000000e+00
  %699 = fadd double %604, %689
  %700 = select i1 %698, double %604, double %699
  %701 = fdiv double %697, %700
  %702 = fcmp ugt double %701, %607
  br i1 %702, label %677, label %673
703:
  %704 = icmp slt i64 %603, -2
  %705 = select i1 %704, i64 %138, i64 0
  %706 = getelementptr double, ptr %136, i64 %603
  %707 = getelementptr i8, ptr %706, i64 16
  %708 = getelementptr double, ptr %707, i64 %705
  %709 = load double, ptr %708, align 8
  %710 = fadd double %604, %1887
  %711 = fcmp ugt double %709, %710
  br i1 %711, label %724, label %712
712:
  %713 = phi i64 [ %716, %715 ], [ %609, %703 ]
  %714 = icmp eq i64 %713, %260
  br i1 %714, label %724, label %715
715:
  %716 = add nsw i64 %713, 1
  %717 = icmp slt i64 %713, -2
  %718 = select i1 %717, i64 %138, i64 0
  %719 = getelementptr double, ptr %136, i64 %713
  %720 = getelementptr i8, ptr %719, i64 16
  %721 = getelementptr double, ptr %720, i64 %718
  %722 = load double, ptr %721, align 8
  %723 = fcmp ugt double %722, %710
  br i1 %723, label %724, label %712
724:
  %725 = phi i64 [ %609, %703 ], [ %609, %1886 ], [ %153, %712 ], [ %716, %715 ]
  %726 = icmp eq i64 %725, %609
  %727 = add nsw i64 %603, 3
  %728 = select i1 %726, i64 %727, i64 %606
  br label %729
729:
  %730 = phi i64 [ %606, %602 ], [ %728, %724 ]
  %731 = phi i64 [ %609, %602 ], [ %725, %724 ]
  %732 = icmp slt i64 %731, 0
  %733 = select i1 %732, i64 %138, i64 0
  %734 = getelementptr double, ptr %136, i64 %731
  %735 = getelementptr double, ptr %734, i64 %733
  %736 = load double, ptr %735, align 8
  %737 = fsub double %736, %604
  %738 = fmul double %278, %736
  %739 = fadd double %86, %738
  %740 = fmul double %280, %736
  %741 = fadd double %90, %740
  %742 = fadd double %739, 6.000000e+03
  %743 = fmul double %742, 0x3FC5D867C3ECE2A5
  %744 = fadd double %743, -5.000000e-01
  %745 = fcmp olt double %744, 0.000000e+00
  %746 = select i1 %745, double 0.000000e+00, double %744
  %747 = fcmp ogt double %746, 0x409FFBFEF9DB22D1
  %748 = select i1 %747, double 0x409FFBFEF9DB22D1, double %746
  %749 = fadd double %741, 1.600000e+03
  %750 = fmul double %749, 0x3FC5D867C3ECE2A5
  %751 = fadd double %750, -5.000000e-01
  %752 = fcmp olt double %751, 0.000000e+00
  %753 = select i1 %752, double 0.000000e+00, double %751
  %754 = fcmp ogt double %753, 0x409FFBFEF9DB22D1
  %755 = select i1 %754, double 0x409FFBFEF9DB22D1, double %753
  %756 = fptosi double %748 to i64
  %757 = fptosi double %755 to i64
  %758 = sitofp i64 %756 to double
  %759 = fsub double %748, %758
  %760 = sitofp i64 %757 to double
  %761 = fsub double %755, %760
  %762 = icmp slt i64 %757, 0
  %763 = select i1 %762, i64 %18, i64 0
  %764 = add i64 %763, %757
  %765 = icmp slt i64 %756, 0
  %766 = select i1 %765, i64 %20, i64 0
  %767 = add i64 %766, %756
  %768 = mul i64 %764, %20
  %769 = getelementptr float, ptr %16, i64 %768
  %770 = getelementptr float, ptr %769, i64 %767
  %771 = load float, ptr %770, align 4
  %772 = add nsw i64 %756, 1
  %773 = icmp slt i64 %756, -1
  %774 = select i1 %773, i64 %20, i64 0
  %775 = add i64 %772, %774
  %776 = getelementptr float, ptr %769, i64 %775
  %777 = load float, ptr %776, align 4
  %778 = fsub float %777, %771
  %779 = fpext float %778 to double
  %780 = fmul double %759, %779
  %781 = fpext float %771 to double
  %782 = fadd double %780, %781
  %783 = add nsw i64 %757, 1
  %784 = icmp slt i64 %757, -1
  %785 = select i1 %784, i64 %18, i64 0
  %786 = add i64 %783, %785
  %787 = mul i64 %786, %20
  %788 = getelementptr float, ptr %16, i64 %787
  %789 = getelementptr float, ptr %788, i64 %767
  %790 = load float, ptr %789, align 4
  %791 = getelementptr float, ptr %788, i64 %775
  %792 = load float, ptr %791, align 4
  %793 = fsub float %792, %790
  %794 = fpext float %793 to double
  %795 = fmul double %759, %794
  %796 = fpext float %790 to double
  %797 = fadd double %795, %796
  %798 = fsub double %797, %782
  %799 = fmul double %761, %798
  %800 = fadd double %782, %799
  %801 = fcmp olt double %608, 0.000000e+00
  %802 = fcmp olt double %800, 0.000000e+00
  %803 = xor i1 %801, %802
  %804 = select i1 %803, i64 2, i64 1
  %805 = fsub double %608, %800
  %806 = fdiv double %608, %805
  %807 = select i1 %803, double %806, double 1.000000e+00
  %808 = fsub double %800, %608
  br label %1889
809:
  %810 = fmul double %1901, 1.020000e+00
  %811 = fcmp ogt double %1911, %810
  %812 = select i1 %1926, i1 %811, i1 false
  br i1 %812, label %813, label %829
813:
  %814 = fdiv double %1911, %96
  %815 = fcmp olt double %814, 2.000000e-02
  %816 = select i1 %815, double 2.000000e-02, double %814
  %817 = fdiv double %816, 4.000000e-02
  %818 = tail call double @llvm.log2.f64(double %817)
  %819 = fcmp olt double %818, 0.000000e+00
  %820 = select i1 %819, double 0.000000e+00, double %818
  %821 = fdiv double %820, 3.000000e+00
  %822 = fadd double %821, 3.400000e-01
  %823 = select i1 %150, double %821, double %822
  %824 = tail call double @llvm.floor.f64(double %823)
  %825 = fsub double %823, %824
  %826 = fmul double %824, 3.000000e+00
  %827 = tail call double @llvm.exp2.f64(double %826)
  %828 = fmul double %827, 4.000000e-02
  br label %829
829:
  %830 = phi double [ %1901, %809 ], [ %1911, %813 ]
  %831 = phi double [ %1900, %809 ], [ %825, %813 ]
  %832 = phi double [ %1899, %809 ], [ %828, %813 ]
  %833 = fmul double %96, %1890
  %834 = fsub double %100, %833
  %835 = fcmp olt double %1812, %1934
  %836 = select i1 %835, double %1812, double %1934
  %837 = fmul double %96, %836
  %838 = fsub double %100, %837
  %839 = tail call double @llvm.floor.f64(double %834)
  %840 = fptosi double %839 to i64
  %841 = tail call i64 @llvm.smin.i64(i64 %196, i64 %840)
  %842 = tail call double @llvm.floor.f64(double %838)
  %843 = fptosi double %842 to i64
  %844 = tail call i64 @llvm.smax.i64(i64 %843, i64 0)
  %845 = xor i64 %841, -1
  %846 = add i64 %844, %845
  %847 = icmp slt i64 %846, 0
  br i1 %847, label %1937, label %1670
848:
  %849 = phi double [ %1894, %1937 ], [ %1687, %1682 ]
  %850 = phi double [ %1895, %1937 ], [ %1686, %1682 ]
  %851 = phi double [ %1896, %1937 ], [ %1685, %1682 ]
  %852 = phi double [ %1897, %1937 ], [ %1684, %1682 ]
  %853 = phi i64 [ %1898, %1937 ], [ %1683, %1682 ]
  %854 = phi i64 [ %1938, %1937 ], [ %856, %1682 ]
  %855 = phi i64 [ %841, %1937 ], [ %857, %1682 ]
  %856 = add nsw i64 %854, -1
  %857 = add i64 %855, -1
  %858 = sitofp i64 %855 to double
  %859 = fadd double %858, 1.000000e+00
  %860 = fcmp olt double %859, %834
  %861 = select i1 %860, double %859, double %834
  %862 = fcmp olt double %838, %858
  %863 = select i1 %862, double %858, double %838
  %864 = fsub double %861, %863
  %865 = fcmp ugt double %864, 0x3EB0C6F7A0B5ED8D
  br i1 %865, label %866, label %1682
866:
  %867 = icmp slt i64 %855, 0
  %868 = select i1 %867, i64 %144, i64 0
  %869 = getelementptr i8, ptr %410, i64 %855
  %870 = getelementptr i8, ptr %869, i64 %868
  %871 = load i8, ptr %870, align 1
  %872 = icmp eq i8 %871, 0
  br i1 %872, label %873, label %1682
873:
  %874 = fadd double %863, %861
  %875 = fmul double %874, 5.000000e-01
  %876 = fsub double %100, %875
  %877 = fdiv double %876, %96
  %878 = select i1 %867, i64 %124, i64 0
  %879 = getelementptr double, ptr %122, i64 %855
  %880 = getelementptr double, ptr %879, i64 %878
  %881 = load double, ptr %880, align 8
  %882 = fadd double %864, %881
  store double %882, ptr %880, align 8
  br i1 %1926, label %892, label %883
883:
  %884 = fneg double %877
  %885 = fcmp olt double %884, 0x3EB0C6F7A0B5ED8D
  %886 = select i1 %885, double 0x3EB0C6F7A0B5ED8D, double %884
  %887 = fdiv double %88, %886
  %888 = fcmp ogt double %1911, %887
  %889 = select i1 %888, double %1911, double %887
  %890 = fcmp olt double %1913, %889
  %891 = select i1 %890, double %1913, double %889
  br label %1501
892:
  %893 = fmul double %1940, %877
  %894 = fsub double %1939, %893
  %895 = tail call double @llvm.fabs.f64(double %894)
  %896 = fcmp ogt double %895, 1.000000e-09
  %897 = fmul double %1911, %877
  %898 = fadd double %152, %897
  %899 = fsub double %898, %1917
  %900 = fdiv double %899, %894
  %901 = select i1 %896, double %900, double 1.000000e+00
  %902 = fcmp olt double %901, 0.000000e+00
  %903 = select i1 %902, double 0.000000e+00, double %901
  %904 = fcmp ogt double %903, 1.000000e+00
  %905 = select i1 %904, double 1.000000e+00, double %903
  %906 = fmul double %1940, %905
  %907 = fadd double %1911, %906
  %908 = fmul double %1939, %905
  %909 = fadd double %1917, %908
  %910 = icmp ne i64 %855, %853
  %911 = fmul double %852, 1.060000e+00
  %912 = fcmp ogt double %907, %911
  %913 = select i1 %910, i1 true, i1 %912
  br i1 %913, label %914, label %1475
914:
  %915 = fmul double %907, 3.000000e-02
  br i1 %272, label %916, label %958
916:
  %917 = select i1 %867, i64 %14, i64 0
  %918 = getelementptr float, ptr %423, i64 %855
  %919 = getelementptr float, ptr %918, i64 %917
  %920 = load float, ptr %919, align 4
  %921 = fpext float %920 to double
  %922 = fsub double %921, %907
  %923 = tail call double @llvm.fabs.f64(double %922)
  %924 = fcmp olt double %923, %915
  br i1 %924, label %925, label %958
925:
  %926 = getelementptr float, ptr %418, i64 %855
  %927 = getelementptr float, ptr %926, i64 %917
  %928 = load float, ptr %927, align 4
  %929 = fpext float %928 to double
  %930 = fsub double %929, %907
  %931 = tail call double @llvm.fabs.f64(double %930)
  %932 = fcmp olt double %931, %915
  br i1 %932, label %933, label %958
933:
  %934 = select i1 %867, i64 %6, i64 0
  %935 = add i64 %934, %855
  %936 = mul i64 %935, %8
  %937 = getelementptr float, ptr %428, i64 %936
  %938 = load float, ptr %937, align 4
  %939 = getelementptr float, ptr %432, i64 %936
  %940 = load float, ptr %939, align 4
  %941 = fadd float %938, %940
  %942 = fpext float %941 to double
  %943 = fmul double %942, 5.000000e-01
  %944 = getelementptr i8, ptr %937, i64 4
  %945 = load float, ptr %944, align 4
  %946 = getelementptr i8, ptr %939, i64 4
  %947 = load float, ptr %946, align 4
  %948 = fadd float %945, %947
  %949 = fpext float %948 to double
  %950 = fmul double %949, 5.000000e-01
  %951 = getelementptr i8, ptr %937, i64 8
  %952 = load float, ptr %951, align 4
  %953 = getelementptr i8, ptr %939, i64 8
  %954 = load float, ptr %953, align 4
  %955 = fadd float %952, %954
  %956 = fpext float %955 to double
  %957 = fmul double %956, 5.000000e-01
  br label %1475
958:
  %959 = fmul double %278, %907
  %960 = fadd double %86, %959
  %961 = fmul double %280, %907
  %962 = fadd double %90, %961
  %963 = fadd double %960, 6.000000e+03
  %964 = fdiv double %963, 0x4027700000000000
  %965 = fadd double %964, -5.000000e-01
  %966 = fcmp olt double %965, 0.000000e+00
  %967 = select i1 %966, double 0.000000e+00, double %965
  %968 = fcmp ogt double %967, 0x408FF7FDF3B645A2
  %969 = select i1 %968, double 0x408FF7FDF3B645A2, double %967
  %970 = fadd double %962, 1.600000e+03
  %971 = fdiv double %970, 0x4027700000000000
  %972 = fadd double %971, -5.000000e-01
  %973 = fcmp olt double %972, 0.000000e+00
  %974 = select i1 %973, double 0.000000e+00, double %972
  %975 = fcmp ogt double %974, 0x408FF7FDF3B645A2
  %976 = select i1 %975, double 0x408FF7FDF3B645A2, double %974
  %977 = fptosi double %969 to i64
  %978 = fptosi double %976 to i64
  %979 = tail call double @llvm.floor.f64(double %969)
  %980 = fsub double %969, %979
  %981 = tail call double @llvm.floor.f64(double %976)
  %982 = fsub double %976, %981
  %983 = fsub double 1.000000e+00, %982
  %984 = fsub double 1.000000e+00, %980
  %985 = fmul double %984, %983
  %986 = fmul double %980, %983
  %987 = fmul double %982, %984
  %988 = fmul double %980, %982
  %989 = fptrunc double %985 to float
  %990 = fptrunc double %986 to float
  %991 = fptrunc double %987 to float
  %992 = fptrunc double %988 to float
  %993 = mul i64 %202, %978
  %994 = mul i64 %42, %977
  %995 = getelementptr float, ptr %40, i64 %993
  %996 = getelementptr float, ptr %995, i64 %994
  %997 = getelementptr i8, ptr %996, i64 28
  %998 = load float, ptr %997, align 4
  %999 = fpext float %998 to double
  %1000 = fcmp ogt float %998, 1.500000e+00
  br i1 %1000, label %1001, label %1003
1001:
  %1002 = fadd double %999, -2.000000e+00
  br label %1015
1003:
  %1004 = fcmp olt float %998, 0.000000e+00
  br i1 %1004, label %1005, label %1011
1005:
  %1006 = fneg float %998
  %1007 = fpext float %1006 to double
  %1008 = fmul double %960, 3.000000e-01
  %1009 = fadd double %962, %1008
  %1010 = fmul double %909, 8.000000e-01
  br label %1015
1011:
  %1012 = fmul double %962, 3.000000e-01
  %1013 = fadd double %960, %1012
  %1014 = fmul double %909, 8.000000e-01
  br label %1015
1015:
  %1016 = phi double [ %1002, %1001 ], [ %1007, %1005 ], [ %999, %1011 ]
  %1017 = phi double [ %962, %1001 ], [ %1010, %1005 ], [ %1014, %1011 ]
  %1018 = phi double [ %960, %1001 ], [ %1009, %1005 ], [ %1013, %1011 ]
  %1019 = fmul double %1942, %1018
  %1020 = fmul double %1942, %1017
  %1021 = tail call double @llvm.floor.f64(double %1019)
  %1022 = tail call double @llvm.floor.f64(double %1020)
  %1023 = fptosi double %1021 to i64
  %1024 = and i64 %1023, 255
  %1025 = fptosi double %1022 to i64
  %1026 = and i64 %1025, 255
  %1027 = add nsw i64 %1023, 1
  %1028 = and i64 %1027, 255
  %1029 = add nsw i64 %1025, 1
  %1030 = and i64 %1029, 255
  %1031 = fsub double %1019, %1021
  %1032 = fsub double %1020, %1022
  %1033 = fsub double 1.000000e+00, %1032
  %1034 = fsub double 1.000000e+00, %1031
  %1035 = fmul double %1033, %1034
  %1036 = fmul double %1031, %1033
  %1037 = fmul double %1032, %1034
  %1038 = fmul double %1032, %1031
  %1039 = fptrunc double %1035 to float
  %1040 = fptrunc double %1036 to float
  %1041 = fptrunc double %1037 to float
  %1042 = fptrunc double %1038 to float
  %1043 = mul i64 %1026, %203
  %1044 = mul i64 %1024, %24
  %1045 = getelementptr float, ptr %22, i64 %1043
  %1046 = getelementptr float, ptr %1045, i64 %1044
  %1047 = load float, ptr %1046, align 4
  %1048 = fmul float %1047, %1039
  %1049 = mul i64 %1028, %24
  %1050 = getelementptr float, ptr %1045, i64 %1049
  %1051 = load float, ptr %1050, align 4
  %1052 = fmul float %1051, %1040
  %1053 = fadd float %1052, %1048
  %1054 = mul i64 %1030, %203
  %1055 = getelementptr float, ptr %22, i64 %1054
  %1056 = getelementptr float, ptr %1055, i64 %1044
  %1057 = load float, ptr %1056, align 4
  %1058 = fmul float %1057, %1041
  %1059 = fadd float %1058, %1053
  %1060 = getelementptr float, ptr %1055, i64 %1049
  %1061 = load float, ptr %1060, align 4
  %1062 = fmul float %1061, %1042
  %1063 = fadd float %1062, %1059
  %1064 = getelementptr i8, ptr %1046, i64 4
  %1065 = load float, ptr %1064, align 4
  %1066 = fmul float %1065, %1039
  %1067 = getelementptr i8, ptr %1050, i64 4
  %1068 = load float, ptr %1067, align 4
  %1069 = fmul float %1068, %1040
  %1070 = fadd float %1066, %1069
  %1071 = getelementptr i8, ptr %1056, i64 4
  %1072 = load float, ptr %1071, align 4
  %1073 = fmul float %1072, %1041
  %1074 = fadd float %1070, %1073
  %1075 = getelementptr i8, ptr %1060, i64 4
  %1076 = load float, ptr %1075, align 4
  %1077 = fmul float %1076, %1042
  %1078 = fadd float %1074, %1077
  %1079 = getelementptr i8, ptr %1046, i64 8
  %1080 = load float, ptr %1079, align 4
  %1081 = fmul float %1080, %1039
  %1082 = getelementptr i8, ptr %1050, i64 8
  %1083 = load float, ptr %1082, align 4
  %1084 = fmul float %1083, %1040
  %1085 = fadd float %1081, %1084
  %1086 = getelementptr i8, ptr %1056, i64 8
  %1087 = load float, ptr %1086, align 4
  %1088 = fmul float %1087, %1041
  %1089 = fadd float %1085, %1088
  %1090 = getelementptr i8, ptr %1060, i64 8
  %1091 = load float, ptr %1090, align 4
  %1092 = fmul float %1091, %1042
  %1093 = fadd float %1089, %1092
  %1094 = fpext float %1063 to double
  %1095 = fpext float %1078 to double
  %1096 = fpext float %1093 to double
  br i1 %1943, label %1097, label %1183
1097:
  %1098 = fmul double %1019, 8.000000e+00
  %1099 = fmul double %1020, 8.000000e+00
  %1100 = tail call double @llvm.floor.f64(double %1098)
  %1101 = tail call double @llvm.floor.f64(double %1099)
  %1102 = fptosi double %1100 to i64
  %1103 = and i64 %1102, 255
  %1104 = fptosi double %1101 to i64
  %1105 = and i64 %1104, 255
  %1106 = add nsw i64 %1102, 1
  %1107 = and i64 %1106, 255
  %1108 = add nsw i64 %1104, 1
  %1109 = and i64 %1108, 255
  %1110 = fsub double %1098, %1100
  %1111 = fsub double %1099, %1101
  %1112 = fsub double 1.000000e+00, %1111
  %1113 = fsub double 1.000000e+00, %1110
  %1114 = fmul double %1112, %1113
  %1115 = fmul double %1110, %1112
  %1116 = fmul double %1111, %1113
  %1117 = fmul double %1111, %1110
  %1118 = fptrunc double %1114 to float
  %1119 = fptrunc double %1115 to float
  %1120 = fptrunc double %1116 to float
  %1121 = fptrunc double %1117 to float
  %1122 = mul i64 %1105, %203
  %1123 = mul i64 %1103, %24
  %1124 = getelementptr float, ptr %22, i64 %1122
  %1125 = getelementptr float, ptr %1124, i64 %1123
  %1126 = load float, ptr %1125, align 4
  %1127 = fmul float %1126, %1118
  %1128 = mul i64 %1107, %24
  %1129 = getelementptr float, ptr %1124, i64 %1128
  %1130 = load float, ptr %1129, align 4
  %1131 = fmul float %1130, %1119
  %1132 = fadd float %1127, %1131
  %1133 = mul i64 %1109, %203
  %1134 = getelementptr float, ptr %22, i64 %1133
  %1135 = getelementptr float, ptr %1134, i64 %1123
  %1136 = load float, ptr %1135, align 4
  %1137 = fmul float %1136, %1120
  %1138 = fadd float %1132, %1137
  %1139 = getelementptr float, ptr %1134, i64 %1128
  %1140 = load float, ptr %1139, align 4
  %1141 = fmul float %1140, %1121
  %1142 = fadd float %1138, %1141
  %1143 = getelementptr i8, ptr %1125, i64 4
  %1144 = load float, ptr %1143, align 4
  %1145 = fmul float %1144, %1118
  %1146 = getelementptr i8, ptr %1129, i64 4
  %1147 = load float, ptr %1146, align 4
  %1148 = fmul float %1147, %1119
  %1149 = fadd float %1145, %1148
  %1150 = getelementptr i8, ptr %1135, i64 4
  %1151 = load float, ptr %1150, align 4
  %1152 = fmul float %1151, %1120
  %1153 = fadd float %1149, %1152
  %1154 = getelementptr i8, ptr %1139, i64 4
  %1155 = load float, ptr %1154, align 4
  %1156 = fmul float %1155, %1121
  %1157 = fadd float %1153, %1156
  %1158 = getelementptr i8, ptr %1125, i64 8
  %1159 = load float, ptr %1158, align 4
  %1160 = fmul float %1159, %1118
  %1161 = getelementptr i8, ptr %1129, i64 8
  %1162 = load float, ptr %1161, align 4
  %1163 = fmul float %1162, %1119
  %1164 = fadd float %1160, %1163
  %1165 = getelementptr i8, ptr %1135, i64 8
  %1166 = load float, ptr %1165, align 4
  %1167 = fmul float %1166, %1120
  %1168 = fadd float %1164, %1167
  %1169 = getelementptr i8, ptr %1139, i64 8
  %1170 = load float, ptr %1169, align 4
  %1171 = fmul float %1170, %1121
  %1172 = fadd float %1168, %1171
  %1173 = fpext float %1142 to double
  %1174 = fadd double %1173, -4.500000e-01
  %1175 = fmul double %1945, %1174
  %1176 = fadd double %1175, %1094
  %1177 = fpext float %1157 to double
  %1178 = fmul double %1944, %1177
  %1179 = fadd double %1178, %1095
  %1180 = fpext float %1172 to double
  %1181 = fmul double %1944, %1180
  %1182 = fadd double %1181, %1096
  br label %1183
1183:
  %1184 = phi double [ %1176, %1097 ], [ %1094, %1015 ]
  %1185 = phi double [ %1179, %1097 ], [ %1095, %1015 ]
  %1186 = phi double [ %1182, %1097 ], [ %1096, %1015 ]
  br i1 %1946, label %1187, label %1273
1187:
  %1188 = fmul double %1019, 1.250000e-01
  %1189 = fmul double %1020, 1.250000e-01
  %1190 = tail call double @llvm.floor.f64(double %1188)
  %1191 = tail call double @llvm.floor.f64(double %1189)
  %1192 = fptosi double %1190 to i64
  %1193 = and i64 %1192, 255
  %1194 = fptosi double %1191 to i64
  %1195 = and i64 %1194, 255
  %1196 = add nsw i64 %1192, 1
  %1197 = and i64 %1196, 255
  %1198 = add nsw i64 %1194, 1
  %1199 = and i64 %1198, 255
  %1200 = fsub double %1188, %1190
  %1201 = fsub double %1189, %1191
  %1202 = fsub double 1.000000e+00, %1201
  %1203 = fsub double 1.000000e+00, %1200
  %1204 = fmul double %1202, %1203
  %1205 = fmul double %1200, %1202
  %1206 = fmul double %1201, %1203
  %1207 = fmul double %1201, %1200
  %1208 = fptrunc double %1204 to float
  %1209 = fptrunc double %1205 to float
  %1210 = fptrunc double %1206 to float
  %1211 = fptrunc double %1207 to float
  %1212 = mul i64 %1195, %203
  %1213 = mul i64 %1193, %24
  %1214 = getelementptr float, ptr %22, i64 %1212
  %1215 = getelementptr float, ptr %1214, i64 %1213
  %1216 = load float, ptr %1215, align 4
  %1217 = fmul float %1216, %1208
  %1218 = mul i64 %1197, %24
  %1219 = getelementptr float, ptr %1214, i64 %1218
  %1220 = load float, ptr %1219, align 4
  %1221 = fmul float %1220, %1209
  %1222 = fadd float %1217, %1221
  %1223 = mul i64 %1199, %203
  %1224 = getelementptr float, ptr %22, i64 %1223
  %1225 = getelementptr float, ptr %1224, i64 %1213
  %1226 = load float, ptr %1225, align 4
  %1227 = fmul float %1226, %1210
  %1228 = fadd float %1222, %1227
  %1229 = getelementptr float, ptr %1224, i64 %1218
  %1230 = load float, ptr %1229, align 4
  %1231 = fmul float %1230, %1211
  %1232 = fadd float %1228, %1231
  %1233 = getelementptr i8, ptr %1215, i64 4
  %1234 = load float, ptr %1233, align 4
  %1235 = fmul float %1234, %1208
  %1236 = getelementptr i8, ptr %1219, i64 4
  %1237 = load float, ptr %1236, align 4
  %1238 = fmul float %1237, %1209
  %1239 = fadd float %1235, %1238
  %1240 = getelementptr i8, ptr %1225, i64 4
  %1241 = load float, ptr %1240, align 4
  %1242 = fmul float %1241, %1210
  %1243 = fadd float %1239, %1242
  %1244 = getelementptr i8, ptr %1229, i64 4
  %1245 = load float, ptr %1244, align 4
  %1246 = fmul float %1245, %1211
  %1247 = fadd float %1243, %1246
  %1248 = getelementptr i8, ptr %1215, i64 8
  %1249 = load float, ptr %1248, align 4
  %1250 = fmul float %1249, %1208
  %1251 = getelementptr i8, ptr %1219, i64 8
  %1252 = load float, ptr %1251, align 4
  %1253 = fmul float %1252, %1209
  %1254 = fadd float %1250, %1253
  %1255 = getelementptr i8, ptr %1225, i64 8
  %1256 = load float, ptr %1255, align 4
  %1257 = fmul float %1256, %1210
  %1258 = fadd float %1254, %1257
  %1259 = getelementptr i8, ptr %1229, i64 8
  %1260 = load float, ptr %1259, align 4
  %1261 = fmul float %1260, %1211
  %1262 = fadd float %1258, %1261
  %1263 = fpext float %1232 to double
  %1264 = fadd double %1263, -4.500000e-01
  %1265 = fmul double %1947, %1264
  %1266 = fadd double %1184, %1265
  %1267 = fpext float %1247 to double
  %1268 = fmul double %831, %1267
  %1269 = fadd double %1185, %1268
  %1270 = fpext float %1262 to double
  %1271 = fmul double %831, %1270
  %1272 = fadd double %1186, %1271
  br label %1273
1273:
  %1274 = phi double [ %1266, %1187 ], [ %1184, %1183 ]
  %1275 = phi double [ %1269, %1187 ], [ %1185, %1183 ]
  %1276 = phi double [ %1272, %1187 ], [ %1186, %1183 ]
  %1277 = fcmp olt double %1274, 0.000000e+00
  %1278 = select i1 %1277, double 0.000000e+00, double %1274
  %1279 = fcmp ogt double %1278, 1.200000e+00
  %1280 = select i1 %1279, double 1.200000e+00, double %1278
  %1281 = add i64 %978, 1
  %1282 = add i64 %977, 1
  %1283 = getelementptr i8, ptr %996, i64 12
  %1284 = load float, ptr %1283, align 4
  %1285 = fmul float %1284, %989
  %1286 = mul i64 %1282, %42
  %1287 = getelementptr float, ptr %995, i64 %1286
  %1288 = getelementptr i8, ptr %1287, i64 12
  %1289 = load float, ptr %1288, align 4
  %1290 = fmul float %1289, %990
  %1291 = fadd float %1285, %1290
  %1292 = mul i64 %1281, %202
  %1293 = getelementptr float, ptr %40, i64 %1292
  %1294 = getelementptr float, ptr %1293, i64 %994
  %1295 = getelementptr i8, ptr %1294, i64 12
  %1296 = load float, ptr %1295, align 4
  %1297 = fmul float %1296, %991
  %1298 = fadd float %1291, %1297
  %1299 = getelementptr float, ptr %1293, i64 %1286
  %1300 = getelementptr i8, ptr %1299, i64 12
  %1301 = load float, ptr %1300, align 4
  %1302 = fmul float %1301, %992
  %1303 = fadd float %1298, %1302
  %1304 = fpext float %1303 to double
  %1305 = fcmp ogt double %1304, 1.000000e-02
  br i1 %1305, label %1306, label %1320
1306:
  %1307 = fmul double %1304, 2.300000e+00
  %1308 = fadd double %1307, -6.500000e-01
  %1309 = fmul double %1280, 5.500000e-01
  %1310 = fadd double %1309, %1308
  %1311 = fcmp olt double %1310, 0.000000e+00
  %1312 = select i1 %1311, double 0.000000e+00, double %1310
  %1313 = fcmp ogt double %1312, 1.000000e+00
  %1314 = select i1 %1313, double 1.000000e+00, double %1312
  %1315 = fcmp olt double %909, 0.000000e+00
  %1316 = select i1 %1315, double 0.000000e+00, double %909
  %1317 = fcmp ogt double %1316, 1.000000e+00
  %1318 = select i1 %1317, double 1.000000e+00, double %1316
  %1319 = fmul double %1318, %1314
  br label %1320
1320:
  %1321 = phi double [ %1319, %1306 ], [ %1304, %1273 ]
  %1322 = fadd double %1280, 4.000000e-01
  %1323 = fsub double 1.000000e+00, %1321
  %1324 = fmul double %1322, %1323
  %1325 = load float, ptr %996, align 4
  %1326 = fmul float %1325, %989
  %1327 = load float, ptr %1287, align 4
  %1328 = fmul float %1327, %990
  %1329 = fadd float %1326, %1328
  %1330 = load float, ptr %1294, align 4
  %1331 = fmul float %1330, %991
  %1332 = fadd float %1329, %1331
  %1333 = load float, ptr %1299, align 4
  %1334 = fmul float %1333, %992
  %1335 = fadd float %1332, %1334
  %1336 = fpext float %1335 to double
  %1337 = fmul double %1324, %1336
  %1338 = fmul double %1321, 7.800000e-01
  %1339 = fadd double %1338, %1337
  %1340 = getelementptr i8, ptr %996, i64 4
  %1341 = load float, ptr %1340, align 4
  %1342 = fmul float %1341, %989
  %1343 = getelementptr i8, ptr %1287, i64 4
  %1344 = load float, ptr %1343, align 4
  %1345 = fmul float %1344, %990
  %1346 = fadd float %1342, %1345
  %1347 = getelementptr i8, ptr %1294, i64 4
  %1348 = load float, ptr %1347, align 4
  %1349 = fmul float %1348, %991
  %1350 = fadd float %1346, %1349
  %1351 = getelementptr i8, ptr %1299, i64 4
  %1352 = load float, ptr %1351, align 4
  %1353 = fmul float %1352, %992
  %1354 = fadd float %1350, %1353
  %1355 = fpext float %1354 to double
  %1356 = fmul double %1324, %1355
  %1357 = fmul double %1321, 8.200000e-01
  %1358 = fadd double %1357, %1356
  %1359 = getelementptr i8, ptr %996, i64 8
  %1360 = load float, ptr %1359, align 4
  %1361 = fmul float %1360, %989
  %1362 = getelementptr i8, ptr %1287, i64 8
  %1363 = load float, ptr %1362, align 4
  %1364 = fmul float %1363, %990
  %1365 = fadd float %1361, %1364
  %1366 = getelementptr i8, ptr %1294, i64 8
  %1367 = load float, ptr %1366, align 4
  %1368 = fmul float %1367, %991
  %1369 = fadd float %1365, %1368
  %1370 = getelementptr i8, ptr %1299, i64 8
  %1371 = load float, ptr %1370, align 4
  %1372 = fmul float %1371, %992
  %1373 = fadd float %1369, %1372
  %1374 = fpext float %1373 to double
  %1375 = fmul double %1324, %1374
  %1376 = fmul double %1321, 8.800000e-01
  %1377 = fadd double %1376, %1375
  %1378 = fmul double %1321, 7.500000e-01
  %1379 = fsub double 1.000000e+00, %1378
  %1380 = fmul double %1016, %1379
  %1381 = fmul double %1276, 8.000000e-01
  %1382 = fmul double %46, %1381
  %1383 = fmul double %50, %1275
  %1384 = fsub double %1382, %1383
  %1385 = fmul double %1276, 5.000000e-01
  %1386 = fmul double %52, %1385
  %1387 = fadd double %1386, %1384
  %1388 = fmul double %1387, %1380
  %1389 = fadd double %1388, 1.000000e+00
  %1390 = getelementptr i8, ptr %996, i64 16
  %1391 = load float, ptr %1390, align 4
  %1392 = fmul float %1391, %989
  %1393 = getelementptr i8, ptr %1287, i64 16
  %1394 = load float, ptr %1393, align 4
  %1395 = fmul float %1394, %990
  %1396 = fadd float %1392, %1395
  %1397 = getelementptr i8, ptr %1294, i64 16
  %1398 = load float, ptr %1397, align 4
  %1399 = fmul float %1398, %991
  %1400 = fadd float %1396, %1399
  %1401 = getelementptr i8, ptr %1299, i64 16
  %1402 = load float, ptr %1401, align 4
  %1403 = fmul float %1402, %992
  %1404 = fadd float %1400, %1403
  %1405 = fpext float %1404 to double
  %1406 = fcmp olt double %1389, 1.500000e-01
  %1407 = select i1 %1406, double 1.500000e-01, double %1389
  %1408 = fcmp ogt double %1407, 2.200000e+00
  %1409 = select i1 %1408, double 2.200000e+00, double %1407
  %1410 = fmul double %1409, %1405
  %1411 = fmul double %1280, 5.000000e-01
  %1412 = fadd double %1411, 6.000000e-01
  %1413 = fmul double %1321, 2.000000e-01
  %1414 = fadd double %1412, %1413
  %1415 = getelementptr i8, ptr %996, i64 20
  %1416 = load float, ptr %1415, align 4
  %1417 = fmul float %1416, %989
  %1418 = getelementptr i8, ptr %1287, i64 20
  %1419 = load float, ptr %1418, align 4
  %1420 = fmul float %1419, %990
  %1421 = fadd float %1417, %1420
  %1422 = getelementptr i8, ptr %1294, i64 20
  %1423 = load float, ptr %1422, align 4
  %1424 = fmul float %1423, %991
  %1425 = fadd float %1421, %1424
  %1426 = getelementptr i8, ptr %1299, i64 20
  %1427 = load float, ptr %1426, align 4
  %1428 = fmul float %1427, %992
  %1429 = fadd float %1425, %1428
  %1430 = fpext float %1429 to double
  %1431 = fmul double %1414, %1430
  %1432 = getelementptr i8, ptr %996, i64 24
  %1433 = load float, ptr %1432, align 4
  %1434 = fmul float %1433, %989
  %1435 = getelementptr i8, ptr %1287, i64 24
  %1436 = load float, ptr %1435, align 4
  %1437 = fmul float %1436, %990
  %1438 = fadd float %1434, %1437
  %1439 = getelementptr i8, ptr %1294, i64 24
  %1440 = load float, ptr %1439, align 4
  %1441 = fmul float %1440, %991
  %1442 = fadd float %1438, %1441
  %1443 = getelementptr i8, ptr %1299, i64 24
  %1444 = load float, ptr %1443, align 4
  %1445 = fmul float %1444, %992
  %1446 = fadd float %1442, %1445
  %1447 = fpext float %1446 to double
  %1448 = fmul double %1414, %1447
  %1449 = fmul double %54, %1410
  %1450 = fmul double %60, %1431
  %1451 = fadd double %1449, %1450
  %1452 = load double, ptr %205, align 8
  %1453 = fmul double %1452, %1448
  %1454 = fadd double %1451, %1453
  %1455 = fmul double %56, %1410
  %1456 = fmul double %62, %1431
  %1457 = fadd double %1455, %1456
  %1458 = load double, ptr %206, align 8
  %1459 = fmul double %1458, %1448
  %1460 = fadd double %1457, %1459
  %1461 = fmul double %58, %1410
  %1462 = fmul double %64, %1431
  %1463 = fadd double %1461, %1462
  %1464 = load double, ptr %207, align 8
  %1465 = fmul double %1464, %1448
  %1466 = fadd double %1463, %1465
  %1467 = fmul double %1339, %1454
  %1468 = fmul double %1358, %1460
  %1469 = fmul double %1377, %1466
  %1470 = fmul double %877, %877
  %1471 = fadd double %424, %1470
  %1472 = tail call double @llvm.sqrt.f64(double %1471)
  %1473 = fmul double %1472, %907
  %1474 = fmul double %66, %1473
  br i1 %208, label %2059, label %1984
1475:
  %1476 = phi i64 [ %855, %933 ], [ %855, %1984 ], [ %853, %892 ]
  %1477 = phi double [ %907, %933 ], [ %907, %1984 ], [ %852, %892 ]
  %1478 = phi double [ %943, %933 ], [ %2058, %1984 ], [ %851, %892 ]
  %1479 = phi double [ %950, %933 ], [ %2050, %1984 ], [ %850, %892 ]
  %1480 = phi double [ %957, %933 ], [ %2040, %1984 ], [ %849, %892 ]
  %1481 = select i1 %867, i64 %118, i64 0
  %1482 = add i64 %1481, %855
  %1483 = mul i64 %1482, %120
  %1484 = getelementptr double, ptr %116, i64 %1483
  %1485 = load double, ptr %1484, align 8
  %1486 = fmul double %864, %1478
  %1487 = fadd double %1486, %1485
  store double %1487, ptr %1484, align 8
  %1488 = getelementptr i8, ptr %1484, i64 8
  %1489 = load double, ptr %1488, align 8
  %1490 = fmul double %864, %1479
  %1491 = fadd double %1490, %1489
  store double %1491, ptr %1488, align 8
  %1492 = getelementptr i8, ptr %1484, i64 16
  %1493 = load double, ptr %1492, align 8
  %1494 = fmul double %864, %1480
  %1495 = fadd double %1494, %1493
  store double %1495, ptr %1492, align 8
  %1496 = select i1 %867, i64 %128, i64 0
  %1497 = getelementptr double, ptr %126, i64 %855
  %1498 = getelementptr double, ptr %1497, i64 %1496
  %1499 = load double, ptr %1498, align 8
  %1500 = fadd double %864, %1499
  store double %1500, ptr %1498, align 8
  br label %1501
1501:
  %1502 = phi i64 [ %853, %883 ], [ %1476, %1475 ]
  %1503 = phi double [ %852, %883 ], [ %1477, %1475 ]
  %1504 = phi double [ %851, %883 ], [ %1478, %1475 ]
  %1505 = phi double [ %850, %883 ], [ %1479, %1475 ]
  %1506 = phi double [ %849, %883 ], [ %1480, %1475 ]
  %1507 = phi double [ %891, %883 ], [ %907, %1475 ]
  store double %1507, ptr %433, align 8
  %1508 = select i1 %867, i64 %14, i64 0
  %1509 = getelementptr float, ptr %435, i64 %855
  %1510 = getelementptr float, ptr %1509, i64 %1508
  %1511 = load float, ptr %1510, align 4
  %1512 = fcmp ogt float %1511, 1.000000e+08
  br i1 %1512, label %1513, label %1682
1513:
  %1514 = load double, ptr %880, align 8
  %1515 = fcmp ogt double %1514, 4.000000e-01
  br i1 %1515, label %1516, label %1682
1516:
  %1517 = fptrunc double %1507 to float
  store float %1517, ptr %1510, align 4
  br label %1682
1518:
  %1519 = icmp slt i64 %731, %153
  %1520 = fcmp olt double %1680, %1812
  %1521 = select i1 %1519, i1 %1520, i1 false
  %1522 = fdiv double %195, %736
  %1523 = fcmp ogt double %1522, %1680
  %1524 = select i1 %1521, i1 %1523, i1 false
  br i1 %1524, label %515, label %1525
1525:
  %1526 = phi double [ %526, %554 ], [ %526, %532 ], [ %526, %562 ], [ %526, %550 ], [ %1932, %1518 ]
  %1527 = fcmp olt double %1526, 0.000000e+00
  br i1 %1527, label %1542, label %1528
1528:
  %1529 = fdiv double %235, %1526
  %1530 = fsub double %100, %1529
  %1531 = tail call double @llvm.ceil.f64(double %1530)
  %1532 = fptosi double %1531 to i64
  %1533 = tail call i64 @llvm.smax.i64(i64 %1532, i64 0)
  %1534 = icmp slt i64 %1533, %236
  br i1 %1534, label %1535, label %1542
1535:
  %1536 = sub i64 %6, %1533
  %1537 = icmp slt i64 %1536, 1
  br i1 %1537, label %1538, label %2064
1538:
  %1539 = uitofp i64 %1533 to double
  %1540 = fsub double %100, %1539
  %1541 = icmp ugt i64 %1811, 1
  br i1 %1541, label %1808, label %1542
1542:
  br i1 %182, label %1548, label %1543
1543:
  %1544 = mul i64 %271, %184
  %1545 = getelementptr float, ptr %2, i64 %1544
  br label %2084
1546:
  %1547 = icmp eq i64 %6, %2086
  br i1 %1547, label %1548, label %2084
1548:
  br i1 %150, label %1549, label %1668
1549:
  %1550 = select i1 %272, i1 true, i1 %182
  br i1 %1550, label %1559, label %2109
1551:
  %1552 = fcmp olt double %2113, 1.000000e-03
  %1553 = getelementptr double, ptr %122, i64 %2110
  %1554 = load double, ptr %1553, align 8
  %1555 = fcmp ogt double %1554, 0x3FEFF7CED916872B
  %1556 = select i1 %1552, i1 %1555, i1 false
  br i1 %1556, label %1663, label %1557
1557:
  %1558 = fcmp olt double %1554, 1.000000e-03
  br i1 %1558, label %1663, label %1666
1559:
  br i1 %239, label %1668, label %1560
1560:
  %1561 = fmul double %44, %278
  %1562 = fmul double %48, %280
  %1563 = fmul double %283, 0x3FEFAE147AE147AE
  %1564 = fmul double %154, %275
  %1565 = fadd double %108, %1564
  %1566 = fadd double %1565, -5.000000e-01
  %1567 = fcmp olt double %1566, 0.000000e+00
  %1568 = select i1 %1567, double 0.000000e+00, double %1566
  %1569 = fcmp olt double %244, %1568
  %1570 = select i1 %1569, double %244, double %1568
  %1571 = fptosi double %1570 to i64
  %1572 = tail call double @llvm.floor.f64(double %1570)
  %1573 = fsub double %1570, %1572
  %1574 = fsub double 1.000000e+00, %1573
  %1575 = add i64 %1571, 1
  %1576 = mul i64 %104, %1571
  %1577 = mul i64 %1575, %104
  %1578 = fmul double %278, %278
  %1579 = fmul double %280, %280
  %1580 = fadd double %1578, %1579
  %1581 = mul i64 %271, %184
  %1582 = getelementptr float, ptr %2, i64 %1581
  br label %1583
1583:
  %1584 = phi i64 [ 0, %1560 ], [ %1585, %1661 ]
  %1585 = add nuw nsw i64 %1584, 1
  %1586 = getelementptr double, ptr %122, i64 %1584
  %1587 = load double, ptr %1586, align 8
  %1588 = fsub double 1.000000e+00, %1587
  %1589 = uitofp i64 %1584 to double
  %1590 = fsub double %100, %1589
  %1591 = fadd double %1590, -5.000000e-01
  %1592 = fdiv double %1591, %96
  %1593 = fcmp ogt double %1588, 1.000000e-04
  %1594 = fcmp ogt double %1592, -1.000000e-02
  %1595 = select i1 %1593, i1 %1594, i1 false
  br i1 %1595, label %1596, label %1661
1596:
  %1597 = fmul double %46, %1592
  %1598 = fadd double %1561, %1597
  %1599 = fadd double %1562, %1598
  %1600 = fcmp ogt double %1599, %1563
  %1601 = select i1 %1600, i1 true, i1 %240
  br i1 %1601, label %1602, label %1661
1602:
  %1603 = fmul double %154, %1591
  %1604 = fsub double %110, %1603
  %1605 = fadd double %1604, -5.000000e-01
  %1606 = fcmp olt double %1605, 0.000000e+00
  %1607 = select i1 %1606, double 0.000000e+00, double %1605
  %1608 = fcmp olt double %242, %1607
  %1609 = select i1 %1608, double %242, double %1607
  %1610 = fptosi double %1609 to i64
  %1611 = tail call double @llvm.floor.f64(double %1609)
  %1612 = fsub double %1609, %1611
  %1613 = fmul double %1573, %1612
  %1614 = fptrunc double %1613 to float
  %1615 = fmul double %1574, %1612
  %1616 = fptrunc double %1615 to float
  %1617 = fsub double 1.000000e+00, %1612
  %1618 = fmul double %1573, %1617
  %1619 = fptrunc double %1618 to float
  %1620 = fmul double %1574, %1617
  %1621 = fptrunc double %1620 to float
  %1622 = add i64 %1610, 1
  %1623 = mul i64 %245, %1610
  %1624 = getelementptr float, ptr %102, i64 %1623
  %1625 = getelementptr float, ptr %1624, i64 %1576
  %1626 = getelementptr i8, ptr %1625, i64 12
  %1627 = load float, ptr %1626, align 4
  %1628 = fmul float %1627, %1621
  %1629 = getelementptr float, ptr %1624, i64 %1577
  %1630 = getelementptr i8, ptr %1629, i64 12
  %1631 = load float, ptr %1630, align 4
  %1632 = fmul float %1631, %1619
  %1633 = fadd float %1628, %1632
  %1634 = mul i64 %1622, %245
  %1635 = getelementptr float, ptr %102, i64 %1634
  %1636 = getelementptr float, ptr %1635, i64 %1576
  %1637 = getelementptr i8, ptr %1636, i64 12
  %1638 = load float, ptr %1637, align 4
  %1639 = fmul float %1638, %1616
  %1640 = fadd float %1633, %1639
  %1641 = getelementptr float, ptr %1635, i64 %1577
  %1642 = getelementptr i8, ptr %1641, i64 12
  %1643 = load float, ptr %1642, align 4
  %1644 = fmul float %1643, %1614
  %1645 = fadd float %1640, %1644
  %1646 = fpext float %1645 to double
  %1647 = fmul double %1592, %1592
  %1648 = fadd double %1580, %1647
  %1649 = tail call double @llvm.sqrt.f64(double %1648)
  %1650 = fdiv double 1.000000e+00, %1649
  %1651 = fmul double %278, %1650
  %1652 = fmul double %1592, %1650
  %1653 = fmul double %280, %1650
  %1654 = fmul double %44, %1651
  %1655 = fmul double %46, %1652
  %1656 = fadd double %1654, %1655
  %1657 = fmul double %48, %1653
  %1658 = fadd double %1657, %1656
  %1659 = fcmp ogt double %1658, 0x3FEFEF9DB22D0E56
  %1660 = select i1 %246, i1 %1659, i1 false
  br i1 %1660, label %2115, label %2257
1661:
  %1662 = icmp eq i64 %238, %1585
  br i1 %1662, label %1668, label %1583
1663:
  %1664 = phi i8 [ 3, %1551 ], [ 2, %2109 ], [ 1, %1557 ]
  %1665 = getelementptr i8, ptr %410, i64 %2110
  store i8 %1664, ptr %1665, align 1
  br label %1666
1666:
  %1667 = icmp eq i64 %6, %2111
  br i1 %1667, label %1559, label %2109
1668:
  %1669 = icmp eq i64 %1691, %4
  br i1 %1669, label %2562, label %1689
1670:
  %1671 = phi double [ %1901, %1889 ], [ %830, %829 ], [ %830, %1682 ]
  %1672 = phi double [ %1900, %1889 ], [ %831, %829 ], [ %831, %1682 ]
  %1673 = phi double [ %1899, %1889 ], [ %832, %829 ], [ %832, %1682 ]
  %1674 = phi i64 [ %1898, %1889 ], [ %1898, %829 ], [ %1683, %1682 ]
  %1675 = phi double [ %1897, %1889 ], [ %1897, %829 ], [ %1684, %1682 ]
  %1676 = phi double [ %1896, %1889 ], [ %1896, %829 ], [ %1685, %1682 ]
  %1677 = phi double [ %1895, %1889 ], [ %1895, %829 ], [ %1686, %1682 ]
  %1678 = phi double [ %1894, %1889 ], [ %1894, %829 ], [ %1687, %1682 ]
  %1679 = phi i1 [ %1891, %1889 ], [ %1926, %829 ], [ %1926, %1682 ]
  %1680 = phi double [ %1890, %1889 ], [ %1934, %829 ], [ %1934, %1682 ]
  %1681 = icmp sgt i64 %1903, 1
  br i1 %1681, label %1889, label %1518
1682:
  %1683 = phi i64 [ %853, %866 ], [ %853, %848 ], [ %1502, %1516 ], [ %1502, %1513 ], [ %1502, %1501 ]
  %1684 = phi double [ %852, %866 ], [ %852, %848 ], [ %1503, %1516 ], [ %1503, %1513 ], [ %1503, %1501 ]
  %1685 = phi double [ %851, %866 ], [ %851, %848 ], [ %1504, %1516 ], [ %1504, %1513 ], [ %1504, %1501 ]
  %1686 = phi double [ %850, %866 ], [ %850, %848 ], [ %1505, %1516 ], [ %1505, %1513 ], [ %1505, %1501 ]
  %1687 = phi double [ %849, %866 ], [ %849, %848 ], [ %1506, %1516 ], [ %1506, %1513 ], [ %1506, %1501 ]
  %1688 = icmp ugt i64 %854, 1
  br i1 %1688, label %848, label %1670
1689:
  %1690 = phi i64 [ 0, %159 ], [ %1691, %1668 ]
  %1691 = add nuw nsw i64 %1690, 1
  br i1 %155, label %261, label %270
1692:
  %1693 = mul i64 %271, %14
  %1694 = getelementptr float, ptr %10, i64 %1693
  %1695 = mul i64 %271, %144
  %1696 = getelementptr i8, ptr %140, i64 %1695
  br label %1697
1697:
  %1698 = phi i64 [ 0, %1692 ], [ %1699, %1697 ]
  %1699 = add nuw nsw i64 %1698, 1
  %1700 = mul i64 %1698, %120
  %1701 = getelementptr double, ptr %116, i64 %1700
  %1702 = getelementptr double, ptr %122, i64 %1698
  tail call void @llvm.memset.p0.i64(ptr align 8 dereferenceable(24) %1701, i8 0, i64 24, i1 false)
  store double 0.000000e+00, ptr %1702, align 8
  %1703 = getelementptr double, ptr %126, i64 %1698
  store double 0.000000e+00, ptr %1703, align 8
  %1704 = getelementptr float, ptr %1694, i64 %1698
  store float 1.000000e+09, ptr %1704, align 4
  %1705 = getelementptr i8, ptr %1696, i64 %1698
  store i8 0, ptr %1705, align 1
  %1706 = icmp eq i64 %6, %1699
  br i1 %1706, label %286, label %1697
1707:
  %1708 = phi i64 [ 0, %369 ], [ %1709, %1707 ]
  %1709 = add nuw nsw i64 %1708, 1
  %1710 = uitofp i64 %1708 to double
  %1711 = fmul double %1710, 2.000000e+00
  %1712 = fdiv double %1711, 2.300000e+01
  %1713 = fsub double 1.000000e+00, %1712
  %1714 = fmul double %1713, 9.000000e-01
  %1715 = fdiv double %1714, 9.000000e-01
  %1716 = fsub double 1.000000e+00, %1715
  %1717 = fmul double %1716, 5.000000e-01
  %1718 = fcmp olt double %1717, 0.000000e+00
  %1719 = select i1 %1718, double 0.000000e+00, double %1717
  %1720 = fcmp ogt double %1719, 1.000000e+00
  %1721 = select i1 %1720, double 1.000000e+00, double %1719
  %1722 = fmul double %1721, 2.299900e+01
  %1723 = fcmp olt double %1722, 0.000000e+00
  %1724 = select i1 %1723, double 0.000000e+00, double %1722
  %1725 = fcmp olt double %186, %1724
  %1726 = select i1 %1725, double %186, double %1724
  %1727 = fptosi double %1726 to i64
  %1728 = sitofp i64 %1727 to double
  %1729 = fsub double %1726, %1728
  %1730 = fsub double 1.000000e+00, %1729
  %1731 = fmul double %384, %1730
  %1732 = icmp slt i64 %1727, 0
  %1733 = select i1 %1732, i64 %80, i64 0
  %1734 = add i64 %1733, %1727
  %1735 = mul i64 %1734, %190
  %1736 = getelementptr float, ptr %78, i64 %1735
  %1737 = getelementptr float, ptr %1736, i64 %389
  %1738 = load float, ptr %1737, align 4
  %1739 = fpext float %1738 to double
  %1740 = fmul double %1731, %1739
  %1741 = fmul double %383, %1730
  %1742 = getelementptr float, ptr %1736, i64 %395
  %1743 = load float, ptr %1742, align 4
  %1744 = fpext float %1743 to double
  %1745 = fmul double %1741, %1744
  %1746 = fadd double %1740, %1745
  %1747 = fmul double %384, %1729
  %1748 = add nsw i64 %1727, 1
  %1749 = icmp slt i64 %1727, -1
  %1750 = select i1 %1749, i64 %80, i64 0
  %1751 = add i64 %1748, %1750
  %1752 = mul i64 %1751, %190
  %1753 = getelementptr float, ptr %78, i64 %1752
  %1754 = getelementptr float, ptr %1753, i64 %389
  %1755 = load float, ptr %1754, align 4
  %1756 = fpext float %1755 to double
  %1757 = fmul double %1747, %1756
  %1758 = fmul double %383, %1729
  %1759 = getelementptr float, ptr %1753, i64 %395
  %1760 = load float, ptr %1759, align 4
  %1761 = fpext float %1760 to double
  %1762 = fmul double %1758, %1761
  %1763 = fadd double %1757, %1762
  %1764 = fadd double %1763, %1746
  %1765 = getelementptr float, ptr %1736, i64 %396
  %1766 = load float, ptr %1765, align 4
  %1767 = fpext float %1766 to double
  %1768 = fmul double %1731, %1767
  %1769 = getelementptr float, ptr %1736, i64 %397
  %1770 = load float, ptr %1769, align 4
  %1771 = fpext float %1770 to double
  %1772 = fmul double %1741, %1771
  %1773 = fadd double %1768, %1772
  %1774 = getelementptr float, ptr %1753, i64 %396
  %1775 = load float, ptr %1774, align 4
  %1776 = fpext float %1775 to double
  %1777 = fmul double %1747, %1776
  %1778 = getelementptr float, ptr %1753, i64 %397
  %1779 = load float, ptr %1778, align 4
  %1780 = fpext float %1779 to double
  %1781 = fmul double %1758, %1780
  %1782 = fadd double %1777, %1781
  %1783 = fadd double %1782, %1773
  %1784 = getelementptr float, ptr %1736, i64 %388
  %1785 = load float, ptr %1784, align 4
  %1786 = fpext float %1785 to double
  %1787 = fmul double %1731, %1786
  %1788 = getelementptr float, ptr %1736, i64 %394
  %1789 = load float, ptr %1788, align 4
  %1790 = fpext float %1789 to double
  %1791 = fmul double %1741, %1790
  %1792 = fadd double %1787, %1791
  %1793 = getelementptr float, ptr %1753, i64 %388
  %1794 = load float, ptr %1793, align 4
  %1795 = fpext float %1794 to double
  %1796 = fmul double %1747, %1795
  %1797 = getelementptr float, ptr %1753, i64 %394
  %1798 = load float, ptr %1797, align 4
  %1799 = fpext float %1798 to double
  %1800 = fmul double %1758, %1799
  %1801 = fadd double %1796, %1800
  %1802 = fadd double %1801, %1792
  %1803 = mul i64 %1708, %134
  %1804 = getelementptr double, ptr %130, i64 %1803
  store double %1802, ptr %1804, align 8
  %1805 = getelementptr i8, ptr %1804, i64 8
  store double %1783, ptr %1805, align 8
  %1806 = getelementptr i8, ptr %1804, i64 16
  store double %1764, ptr %1806, align 8
  %1807 = icmp eq i64 %1709, 24
  br i1 %1807, label %398, label %1707
1808:
  %1809 = phi double [ %100, %398 ], [ %1540, %1538 ]
  %1810 = phi double [ 6.000000e+00, %398 ], [ %1526, %1538 ]
  %1811 = phi i64 [ 3, %398 ], [ %1813, %1538 ]
  %1812 = fdiv double %1809, %96
  %1813 = add nsw i64 %1811, -1
  %1814 = load double, ptr %136, align 8
  %1815 = fcmp olt double %1814, %1810
  br i1 %1815, label %436, label %442
1816:
  %1817 = phi i64 [ %524, %583 ], [ %524, %568 ], [ %595, %594 ], [ %260, %590 ]
  %1818 = getelementptr double, ptr %136, i64 %1817
  %1819 = icmp slt i64 %1817, 0
  %1820 = select i1 %1819, i64 %138, i64 0
  %1821 = getelementptr double, ptr %1818, i64 %1820
  %1822 = load double, ptr %1821, align 8
  %1823 = fmul double %278, %1822
  %1824 = fadd double %86, %1823
  %1825 = fadd double %1824, 6.000000e+03
  %1826 = fmul double %1825, 0x3FC5D867C3ECE2A5
  %1827 = fadd double %1826, -5.000000e-01
  %1828 = fcmp olt double %1827, 0.000000e+00
  %1829 = select i1 %1828, double 0.000000e+00, double %1827
  %1830 = fcmp ogt double %1829, 0x409FFBFEF9DB22D1
  %1831 = select i1 %1830, double 0x409FFBFEF9DB22D1, double %1829
  %1832 = fptosi double %1831 to i64
  %1833 = sitofp i64 %1832 to double
  %1834 = fsub double %1831, %1833
  %1835 = fmul double %280, %1822
  %1836 = fadd double %90, %1835
  %1837 = fadd double %1836, 1.600000e+03
  %1838 = fmul double %1837, 0x3FC5D867C3ECE2A5
  %1839 = fadd double %1838, -5.000000e-01
  %1840 = fcmp olt double %1839, 0.000000e+00
  %1841 = select i1 %1840, double 0.000000e+00, double %1839
  %1842 = fcmp ogt double %1841, 0x409FFBFEF9DB22D1
  %1843 = select i1 %1842, double 0x409FFBFEF9DB22D1, double %1841
  %1844 = fptosi double %1843 to i64
  %1845 = icmp slt i64 %1844, 0
  %1846 = select i1 %1845, i64 %18, i64 0
  %1847 = add i64 %1846, %1844
  %1848 = mul i64 %1847, %20
  %1849 = getelementptr float, ptr %16, i64 %1848
  %1850 = add nsw i64 %1832, 1
  %1851 = icmp slt i64 %1832, -1
  %1852 = select i1 %1851, i64 %20, i64 0
  %1853 = add i64 %1850, %1852
  %1854 = getelementptr float, ptr %1849, i64 %1853
  %1855 = load float, ptr %1854, align 4
  %1856 = icmp slt i64 %1832, 0
  %1857 = select i1 %1856, i64 %20, i64 0
  %1858 = add i64 %1857, %1832
  %1859 = getelementptr float, ptr %1849, i64 %1858
  %1860 = load float, ptr %1859, align 4
  %1861 = fsub float %1855, %1860
  %1862 = fpext float %1861 to double
  %1863 = fmul double %1834, %1862
  %1864 = fpext float %1860 to double
  %1865 = fadd double %1863, %1864
  %1866 = add nsw i64 %1844, 1
  %1867 = icmp slt i64 %1844, -1
  %1868 = select i1 %1867, i64 %18, i64 0
  %1869 = add i64 %1866, %1868
  %1870 = mul i64 %1869, %20
  %1871 = getelementptr float, ptr %16, i64 %1870
  %1872 = getelementptr float, ptr %1871, i64 %1853
  %1873 = load float, ptr %1872, align 4
  %1874 = getelementptr float, ptr %1871, i64 %1858
  %1875 = load float, ptr %1874, align 4
  %1876 = fsub float %1873, %1875
  %1877 = fpext float %1876 to double
  %1878 = fmul double %1834, %1877
  %1879 = fpext float %1875 to double
  %1880 = fadd double %1878, %1879
  %1881 = fsub double %1880, %1865
  %1882 = sitofp i64 %1844 to double
  %1883 = fsub double %1843, %1882
  %1884 = fmul double %1883, %1881
  %1885 = fadd double %1865, %1884
  br label %602
1886:
  %1887 = phi double [ 0.000000e+00, %622 ], [ %649, %625 ], [ %689, %673 ], [ 0.000000e+00, %677 ]
  %1888 = icmp slt i64 %609, %153
  br i1 %1888, label %703, label %724
1889:
  %1890 = phi double [ %607, %729 ], [ %1680, %1670 ]
  %1891 = phi i1 [ false, %729 ], [ %1679, %1670 ]
  %1892 = phi i1 [ %527, %729 ], [ %1926, %1670 ]
  %1893 = phi double [ %526, %729 ], [ %1932, %1670 ]
  %1894 = phi double [ %523, %729 ], [ %1678, %1670 ]
  %1895 = phi double [ %522, %729 ], [ %1677, %1670 ]
  %1896 = phi double [ %521, %729 ], [ %1676, %1670 ]
  %1897 = phi double [ %520, %729 ], [ %1675, %1670 ]
  %1898 = phi i64 [ %519, %729 ], [ %1674, %1670 ]
  %1899 = phi double [ %518, %729 ], [ %1673, %1670 ]
  %1900 = phi double [ %517, %729 ], [ %1672, %1670 ]
  %1901 = phi double [ %516, %729 ], [ %1671, %1670 ]
  %1902 = phi i64 [ 0, %729 ], [ %1905, %1670 ]
  %1903 = phi i64 [ %804, %729 ], [ %1904, %1670 ]
  %1904 = add nsw i64 %1903, -1
  %1905 = add nuw nsw i64 %1902, 1
  %1906 = icmp eq i64 %1902, 0
  %1907 = select i1 %1906, double 0.000000e+00, double %807
  %1908 = and i1 %803, %1906
  %1909 = select i1 %1908, double %807, double 1.000000e+00
  %1910 = fmul double %737, %1907
  %1911 = fadd double %604, %1910
  %1912 = fmul double %737, %1909
  %1913 = fadd double %604, %1912
  %1914 = fmul double %808, %1907
  %1915 = fadd double %608, %1914
  %1916 = fcmp olt double %1915, 0.000000e+00
  %1917 = select i1 %1916, double 0.000000e+00, double %1915
  %1918 = fmul double %808, %1909
  %1919 = fadd double %608, %1918
  %1920 = fcmp olt double %1919, 0.000000e+00
  %1921 = select i1 %1920, double 0.000000e+00, double %1919
  %1922 = fadd double %1907, %1909
  %1923 = fmul double %1922, 5.000000e-01
  %1924 = fmul double %808, %1923
  %1925 = fadd double %608, %1924
  %1926 = fcmp uge double %1925, 0.000000e+00
  %1927 = select i1 %150, i1 true, i1 %1926
  %1928 = xor i1 %1927, true
  %1929 = select i1 %1928, i1 %1892, i1 false
  %1930 = fcmp olt double %1893, 0.000000e+00
  %1931 = select i1 %1929, i1 %1930, i1 false
  %1932 = select i1 %1931, double %1911, double %1893
  %1933 = fsub double %1921, %152
  %1934 = fdiv double %1933, %1913
  %1935 = fcmp ugt double %1934, %1890
  %1936 = select i1 %1935, i1 %1927, i1 false
  br i1 %1936, label %809, label %1670
1937:
  %1938 = sub nsw i64 0, %846
  %1939 = fsub double %1921, %1917
  %1940 = fsub double %1913, %1911
  %1941 = fmul double %832, 8.000000e+00
  %1942 = fdiv double 1.000000e+00, %1941
  %1943 = fcmp olt double %831, 1.000000e+00
  %1944 = fsub double 1.000000e+00, %831
  %1945 = fmul double %1944, 0x3FE6666666666666
  %1946 = fcmp ogt double %831, 0.000000e+00
  %1947 = fmul double %831, 0x3FE6666666666666
  br label %848
1948:
  %1949 = fcmp olt double %909, 0.000000e+00
  %1950 = fneg double %909
  %1951 = select i1 %1949, double -0.000000e+00, double %1950
  %1952 = fdiv double %1951, %76
  %1953 = fptrunc double %1952 to float
  %1954 = fmul float %1953, 0x3FF7154760000000
  %1955 = fcmp olt float %1954, -1.260000e+02
  %1956 = select i1 %1955, float -1.260000e+02, float %1954
  %1957 = fcmp ogt float %1956, 1.260000e+02
  %1958 = select i1 %1957, float 1.260000e+02, float %1956
  %1959 = fadd float %1958, 5.000000e-01
  %1960 = tail call float @llvm.floor.f32(float %1959)
  %1961 = fsub float %1958, %1960
  %1962 = fmul float %1961, 0x3F83C6E5C0000000
  %1963 = fadd float %1962, 0x3FAC96D5E0000000
  %1964 = fmul float %1961, %1963
  %1965 = fadd float %1964, 0x3FCEBFB3E0000000
  %1966 = fmul float %1961, %1965
  %1967 = fadd float %1966, 0x3FE62E2D20000000
  %1968 = fmul float %1961, %1967
  %1969 = fadd float %1968, 1.000000e+00
  %1970 = fptosi float %1960 to i32
  %1971 = shl i32 %1970, 23
  %1972 = add i32 %1971, 1065353216
  %1973 = bitcast i32 %1972 to float
  %1974 = fmul float %1969, %1973
  %1975 = fpext float %1974 to double
  %1976 = fsub double %234, %1975
  %1977 = fdiv double %1976, %2061
  br label %1978
1978:
  %1979 = phi double [ %1977, %1948 ], [ %234, %2059 ]
  %1980 = fmul double %74, %1473
  %1981 = tail call double @llvm.fabs.f64(double %1979)
  %1982 = fmul double %1980, %1981
  %1983 = fadd double %1474, %1982
  br label %1984
1984:
  %1985 = phi double [ %1983, %1978 ], [ %1474, %1320 ]
  %1986 = fptrunc double %1985 to float
  %1987 = fmul float %1986, 0xBFF7154760000000
  %1988 = fcmp olt float %1987, -1.260000e+02
  %1989 = select i1 %1988, float -1.260000e+02, float %1987
  %1990 = fcmp ogt float %1989, 1.260000e+02
  %1991 = select i1 %1990, float 1.260000e+02, float %1989
  %1992 = fadd float %1991, 5.000000e-01
  %1993 = tail call float @llvm.floor.f32(float %1992)
  %1994 = fsub float %1991, %1993
  %1995 = fmul float %1994, 0x3F83C6E5C0000000
  %1996 = fadd float %1995, 0x3FAC96D5E0000000
  %1997 = fmul float %1994, %1996
  %1998 = fadd float %1997, 0x3FCEBFB3E0000000
  %1999 = fmul float %1994, %1998
  %2000 = fadd float %1999, 0x3FE62E2D20000000
  %2001 = fmul float %1994, %2000
  %2002 = fadd float %2001, 1.000000e+00
  %2003 = fptosi float %1993 to i32
  %2004 = shl i32 %2003, 23
  %2005 = add i32 %2004, 1065353216
  %2006 = bitcast i32 %2005 to float
  %2007 = fmul float %2002, %2006
  %2008 = fpext float %2007 to double
  %2009 = fdiv double %877, 9.000000e-01
  %2010 = fsub double 1.000000e+00, %2009
  %2011 = fmul double %2010, 5.000000e-01
  %2012 = fmul double %2011, 2.300000e+01
  %2013 = fcmp olt double %2012, 0.000000e+00
  %2014 = select i1 %2013, double 0.000000e+00, double %2012
  %2015 = fcmp ogt double %2014, 2.299900e+01
  %2016 = select i1 %2015, double 2.299900e+01, double %2014
  %2017 = fptosi double %2016 to i64
  %2018 = icmp slt i64 %2017, 0
  %2019 = select i1 %2018, i64 %132, i64 0
  %2020 = add i64 %2019, %2017
  %2021 = mul i64 %2020, %134
  %2022 = getelementptr double, ptr %130, i64 %2021
  %2023 = getelementptr i8, ptr %2022, i64 16
  %2024 = load double, ptr %2023, align 8
  %2025 = add nsw i64 %2017, 1
  %2026 = icmp slt i64 %2017, -1
  %2027 = select i1 %2026, i64 %132, i64 0
  %2028 = add i64 %2025, %2027
  %2029 = mul i64 %2028, %134
  %2030 = getelementptr double, ptr %130, i64 %2029
  %2031 = getelementptr i8, ptr %2030, i64 16
  %2032 = load double, ptr %2031, align 8
  %2033 = fsub double %2032, %2024
  %2034 = sitofp i64 %2017 to double
  %2035 = fsub double %2016, %2034
  %2036 = fmul double %2035, %2033
  %2037 = fadd double %2024, %2036
  %2038 = fsub double %1469, %2037
  %2039 = fmul double %2038, %2008
  %2040 = fadd double %2037, %2039
  %2041 = getelementptr i8, ptr %2022, i64 8
  %2042 = load double, ptr %2041, align 8
  %2043 = getelementptr i8, ptr %2030, i64 8
  %2044 = load double, ptr %2043, align 8
  %2045 = fsub double %2044, %2042
  %2046 = fmul double %2035, %2045
  %2047 = fadd double %2042, %2046
  %2048 = fsub double %1468, %2047
  %2049 = fmul double %2048, %2008
  %2050 = fadd double %2047, %2049
  %2051 = load double, ptr %2022, align 8
  %2052 = load double, ptr %2030, align 8
  %2053 = fsub double %2052, %2051
  %2054 = fmul double %2035, %2053
  %2055 = fadd double %2051, %2054
  %2056 = fsub double %1467, %2055
  %2057 = fmul double %2056, %2008
  %2058 = fadd double %2055, %2057
  br label %1475
2059:
  %2060 = fsub double %909, %88
  %2061 = fdiv double %2060, %76
  %2062 = tail call double @llvm.fabs.f64(double %2061)
  %2063 = fcmp olt double %2062, 1.000000e-03
  br i1 %2063, label %1978, label %1948
2064:
  %2065 = phi i64 [ %2067, %2064 ], [ %1536, %1535 ]
  %2066 = phi i64 [ %2068, %2064 ], [ %1533, %1535 ]
  %2067 = add nsw i64 %2065, -1
  %2068 = add nuw i64 %2066, 1
  %2069 = icmp slt i64 %2066, 0
  %2070 = select i1 %2069, i64 %118, i64 0
  %2071 = add i64 %2070, %2066
  %2072 = mul i64 %2071, %120
  %2073 = getelementptr double, ptr %116, i64 %2072
  %2074 = select i1 %2069, i64 %124, i64 0
  %2075 = getelementptr double, ptr %122, i64 %2066
  %2076 = getelementptr double, ptr %2075, i64 %2074
  tail call void @llvm.memset.p0.i64(ptr align 8 dereferenceable(24) %2073, i8 0, i64 24, i1 false)
  store double 0.000000e+00, ptr %2076, align 8
  %2077 = select i1 %2069, i64 %128, i64 0
  %2078 = getelementptr double, ptr %126, i64 %2066
  %2079 = getelementptr double, ptr %2078, i64 %2077
  store double 0.000000e+00, ptr %2079, align 8
  %2080 = select i1 %2069, i64 %14, i64 0
  %2081 = getelementptr float, ptr %435, i64 %2066
  %2082 = getelementptr float, ptr %2081, i64 %2080
  store float 1.000000e+09, ptr %2082, align 4
  %2083 = icmp ugt i64 %2065, 1
  br i1 %2083, label %2064, label %1538
2084:
  %2085 = phi i64 [ 0, %1543 ], [ %2086, %1546 ]
  %2086 = add nuw nsw i64 %2085, 1
  %2087 = getelementptr double, ptr %126, i64 %2085
  %2088 = load double, ptr %2087, align 8
  %2089 = fcmp ogt double %2088, 0.000000e+00
  br i1 %2089, label %2090, label %1546
2090:
  %2091 = mul i64 %2085, %120
  %2092 = getelementptr double, ptr %116, i64 %2091
  %2093 = mul i64 %2085, %8
  %2094 = getelementptr float, ptr %1545, i64 %2093
  br label %2095
2095:
  %2096 = phi i64 [ 0, %2090 ], [ %2097, %2095 ]
  %2097 = add nuw nsw i64 %2096, 1
  %2098 = getelementptr double, ptr %2092, i64 %2096
  %2099 = load double, ptr %2098, align 8
  %2100 = load double, ptr %2087, align 8
  %2101 = fsub double 1.000000e+00, %2100
  %2102 = getelementptr float, ptr %2094, i64 %2096
  %2103 = load float, ptr %2102, align 4
  %2104 = fpext float %2103 to double
  %2105 = fmul double %2101, %2104
  %2106 = fadd double %2099, %2105
  %2107 = fptrunc double %2106 to float
  store float %2107, ptr %2102, align 4
  %2108 = icmp eq i64 %2097, 3
  br i1 %2108, label %1546, label %2095
2109:
  %2110 = phi i64 [ %2111, %1666 ], [ 0, %1549 ]
  %2111 = add nuw nsw i64 %2110, 1
  %2112 = getelementptr double, ptr %126, i64 %2110
  %2113 = load double, ptr %2112, align 8
  %2114 = fcmp ogt double %2113, 0x3FEFF7CED916872B
  br i1 %2114, label %1663, label %1551
2115:
  %2116 = fsub double 1.000000e+00, %1658
  %2117 = fmul double %2116, 2.000000e+00
  %2118 = fcmp olt double %2117, 0.000000e+00
  %2119 = select i1 %2118, double 0.000000e+00, double %2117
  %2120 = tail call double @llvm.sqrt.f64(double %2119)
  %2121 = fsub double %248, %2120
  %2122 = fdiv double %2121, %250
  %2123 = fadd double %2122, 5.000000e-01
  %2124 = fcmp olt double %2123, 0.000000e+00
  %2125 = select i1 %2124, double 0.000000e+00, double %2123
  %2126 = fcmp ogt double %2125, 1.000000e+00
  %2127 = select i1 %2126, double 1.000000e+00, double %2125
  %2128 = fcmp ugt double %2127, 0.000000e+00
  br i1 %2128, label %2129, label %2245
2129:
  br i1 %251, label %2130, label %2239
2130:
  %2131 = fmul double %48, %1651
  %2132 = fmul double %44, %1653
  %2133 = fsub double %2131, %2132
  %2134 = fmul double %2133, 5.500000e+00
  %2135 = fsub double %1652, %46
  %2136 = fmul double %2135, 5.500000e+00
  %2137 = fadd double %2134, 3.700000e-01
  %2138 = fadd double %2136, 1.100000e-01
  %2139 = fmul double %2137, 1.280000e+02
  %2140 = fadd double %2139, -5.000000e-01
  %2141 = fmul double %2138, 1.280000e+02
  %2142 = fadd double %2141, -5.000000e-01
  %2143 = tail call double @llvm.floor.f64(double %2140)
  %2144 = tail call double @llvm.floor.f64(double %2142)
  %2145 = fsub double %2140, %2143
  %2146 = fsub double %2142, %2144
  %2147 = fptosi double %2143 to i64
  %2148 = and i64 %2147, 127
  %2149 = fptosi double %2144 to i64
  %2150 = add i64 %2147, 1
  %2151 = and i64 %2150, 127
  %2152 = shl i64 %2149, 7
  %2153 = and i64 %2152, 16256
  %2154 = getelementptr float, ptr %68, i64 %2153
  %2155 = getelementptr i8, ptr %2154, i64 1310720
  %2156 = getelementptr float, ptr %2155, i64 %2148
  %2157 = load float, ptr %2156, align 4
  %2158 = fsub double 1.000000e+00, %2145
  %2159 = fpext float %2157 to double
  %2160 = fmul double %2158, %2159
  %2161 = getelementptr float, ptr %2155, i64 %2151
  %2162 = load float, ptr %2161, align 4
  %2163 = fpext float %2162 to double
  %2164 = fmul double %2145, %2163
  %2165 = fadd double %2160, %2164
  %2166 = add i64 %2152, 128
  %2167 = and i64 %2166, 16256
  %2168 = getelementptr float, ptr %68, i64 %2167
  %2169 = getelementptr i8, ptr %2168, i64 1310720
  %2170 = getelementptr float, ptr %2169, i64 %2148
  %2171 = load float, ptr %2170, align 4
  %2172 = fpext float %2171 to double
  %2173 = fmul double %2158, %2172
  %2174 = getelementptr float, ptr %2169, i64 %2151
  %2175 = load float, ptr %2174, align 4
  %2176 = fpext float %2175 to double
  %2177 = fmul double %2145, %2176
  %2178 = fadd double %2173, %2177
  %2179 = fsub double 1.000000e+00, %2146
  %2180 = fmul double %2179, %2165
  %2181 = fmul double %2146, %2178
  %2182 = fadd double %2180, %2181
  %2183 = fmul double %2137, 6.400000e+01
  %2184 = fadd double %2183, -5.000000e-01
  %2185 = fmul double %2138, 6.400000e+01
  %2186 = fadd double %2185, -5.000000e-01
  %2187 = tail call double @llvm.floor.f64(double %2184)
  %2188 = tail call double @llvm.floor.f64(double %2186)
  %2189 = fsub double %2184, %2187
  %2190 = fsub double %2186, %2188
  %2191 = fptosi double %2187 to i64
  %2192 = and i64 %2191, 63
  %2193 = fptosi double %2188 to i64
  %2194 = add i64 %2191, 1
  %2195 = and i64 %2194, 63
  %2196 = shl i64 %2193, 6
  %2197 = and i64 %2196, 4032
  %2198 = getelementptr float, ptr %68, i64 %2197
  %2199 = getelementptr i8, ptr %2198, i64 1376256
  %2200 = getelementptr float, ptr %2199, i64 %2192
  %2201 = load float, ptr %2200, align 4
  %2202 = fsub double 1.000000e+00, %2189
  %2203 = fpext float %2201 to double
  %2204 = fmul double %2202, %2203
  %2205 = getelementptr float, ptr %2199, i64 %2195
  %2206 = load float, ptr %2205, align 4
  %2207 = fpext float %2206 to double
  %2208 = fmul double %2189, %2207
  %2209 = fadd double %2204, %2208
  %2210 = add i64 %2196, 64
  %2211 = and i64 %2210, 4032
  %2212 = getelementptr float, ptr %68, i64 %2211
  %2213 = getelementptr i8, ptr %2212, i64 1376256
  %2214 = getelementptr float, ptr %2213, i64 %2192
  %2215 = load float, ptr %2214, align 4
  %2216 = fpext float %2215 to double
  %2217 = fmul double %2202, %2216
  %2218 = getelementptr float, ptr %2213, i64 %2195
  %2219 = load float, ptr %2218, align 4
  %2220 = fpext float %2219 to double
  %2221 = fmul double %2189, %2220
  %2222 = fadd double %2217, %2221
  %2223 = fsub double 1.000000e+00, %2190
  %2224 = fmul double %2223, %2209
  %2225 = fmul double %2190, %2222
  %2226 = fadd double %2224, %2225
  %2227 = fsub double %2226, %2182
  %2228 = fmul double %2227, 0.000000e+00
  %2229 = fadd double %2182, %2228
  %2230 = fadd double %2229, -2.500000e-01
  %2231 = fmul double %2230, 2.200000e+00
  %2232 = fcmp olt double %2231, 0.000000e+00
  %2233 = select i1 %2232, double 0.000000e+00, double %2231
  %2234 = fcmp ogt double %2233, 1.000000e+00
  %2235 = select i1 %2234, double 1.000000e+00, double %2233
  %2236 = fmul double %2235, 5.000000e-01
  %2237 = fadd double %2236, 6.200000e-01
  %2238 = fmul double %2127, %2237
  br label %2245
2239:
  %2240 = fdiv double %2120, %248
  %2241 = fmul double %2240, 4.500000e-01
  %2242 = fmul double %2240, %2241
  %2243 = fsub double 1.000000e+00, %2242
  %2244 = fmul double %2243, %2127
  br label %2245
2245:
  %2246 = phi double [ %2244, %2239 ], [ %2238, %2130 ], [ 0.000000e+00, %2115 ]
  %2247 = fmul double %72, %2246
  %2248 = load double, ptr %253, align 8
  %2249 = fmul double %2247, %2248
  %2250 = fadd double %2249, 0.000000e+00
  %2251 = load double, ptr %254, align 8
  %2252 = fmul double %2247, %2251
  %2253 = fadd double %2252, 0.000000e+00
  %2254 = load double, ptr %255, align 8
  %2255 = fmul double %2247, %2254
  %2256 = fadd double %2255, 0.000000e+00
  br label %2257
2257:
  %2258 = phi double [ %2256, %2245 ], [ 0.000000e+00, %1602 ]
  %2259 = phi double [ %2253, %2245 ], [ 0.000000e+00, %1602 ]
  %2260 = phi double [ %2250, %2245 ], [ 0.000000e+00, %1602 ]
  %2261 = fcmp ogt double %1652, 0.000000e+00
  %2262 = select i1 %240, i1 %2261, i1 false
  br i1 %2262, label %2263, label %2541
2263:
  %2264 = fadd double %1652, 1.000000e+00
  %2265 = fdiv double %1651, %2264
  %2266 = fdiv double %1653, %2264
  br label %2383
2267:
  %2268 = phi double [ %2274, %2267 ], [ 1.000000e+00, %2383 ]
  %2269 = phi double [ %2276, %2267 ], [ %259, %2383 ]
  %2270 = phi i64 [ %2275, %2267 ], [ 2, %2383 ]
  %2271 = and i64 %2270, 1
  %2272 = icmp eq i64 %2271, 0
  %2273 = fmul double %2268, %2269
  %2274 = select i1 %2272, double %2268, double %2273
  %2275 = lshr i64 %2270, 1
  %2276 = fmul double %2269, %2269
  %2277 = icmp eq i64 %2275, 0
  br i1 %2277, label %2278, label %2267
2278:
  %2279 = fadd double %2393, 2.000000e-01
  %2280 = add i64 %2400, 1603997607
  %2281 = lshr i64 %2280, 15
  %2282 = and i64 %2281, 131071
  %2283 = xor i64 %2282, %2280
  %2284 = mul i64 %2283, 2246822519
  %2285 = lshr i64 %2284, 13
  %2286 = and i64 %2285, 524287
  %2287 = xor i64 %2286, %2284
  %2288 = mul i64 %2287, 3266489917
  %2289 = and i64 %2288, 4294967295
  %2290 = lshr i64 %2289, 16
  %2291 = xor i64 %2290, %2289
  %2292 = uitofp i64 %2291 to double
  %2293 = fmul double %2292, 0x3DF0000000000000
  %2294 = fmul double %2293, 6.000000e-01
  %2295 = fadd double %2279, %2294
  %2296 = fsub double %2295, %2392
  %2297 = fadd double %2391, 2.000000e-01
  %2298 = add i64 %2400, 610608897
  %2299 = lshr i64 %2298, 15
  %2300 = and i64 %2299, 131071
  %2301 = xor i64 %2300, %2298
  %2302 = mul i64 %2301, 2246822519
  %2303 = lshr i64 %2302, 13
  %2304 = and i64 %2303, 524287
  %2305 = xor i64 %2304, %2302
  %2306 = mul i64 %2305, 3266489917
  %2307 = and i64 %2306, 4294967295
  %2308 = lshr i64 %2307, 16
  %2309 = xor i64 %2308, %2307
  %2310 = uitofp i64 %2309 to double
  %2311 = fmul double %2310, 0x3DF0000000000000
  %2312 = fmul double %2311, 6.000000e-01
  %2313 = fadd double %2297, %2312
  %2314 = fsub double %2313, %2390
  %2315 = fmul double %2314, %2314
  %2316 = fmul double %2296, %2296
  %2317 = fadd double %2315, %2316
  %2318 = mul nuw nsw i64 %2388, %2388
  %2319 = uitofp i64 %2318 to double
  %2320 = fmul double %258, %2319
  %2321 = fmul double %258, %2320
  %2322 = fdiv double %2317, %2321
  %2323 = fcmp olt double %2322, 1.200000e+01
  br i1 %2323, label %2324, label %2381
2324:
  %2325 = fdiv double %2414, 3.400000e-01
  br label %2326
2326:
  %2327 = phi double [ 1.000000e+00, %2324 ], [ %2333, %2326 ]
  %2328 = phi double [ %2325, %2324 ], [ %2335, %2326 ]
  %2329 = phi i64 [ 4, %2324 ], [ %2334, %2326 ]
  %2330 = and i64 %2329, 1
  %2331 = icmp eq i64 %2330, 0
  %2332 = fmul double %2327, %2328
  %2333 = select i1 %2331, double %2327, double %2332
  %2334 = lshr i64 %2329, 1
  %2335 = fmul double %2328, %2328
  %2336 = icmp eq i64 %2334, 0
  br i1 %2336, label %2337, label %2326
2337:
  %2338 = phi double [ %2344, %2337 ], [ 1.000000e+00, %2326 ]
  %2339 = phi double [ %2346, %2337 ], [ %2325, %2326 ]
  %2340 = phi i64 [ %2345, %2337 ], [ 24, %2326 ]
  %2341 = and i64 %2340, 1
  %2342 = icmp eq i64 %2341, 0
  %2343 = fmul double %2338, %2339
  %2344 = select i1 %2342, double %2338, double %2343
  %2345 = lshr i64 %2340, 1
  %2346 = fmul double %2339, %2339
  %2347 = icmp eq i64 %2345, 0
  br i1 %2347, label %2348, label %2337
2348:
  %2349 = fmul double %2333, 5.000000e-01
  %2350 = fadd double %2349, 1.000000e-01
  %2351 = fmul double %2344, 1.500000e+00
  %2352 = fadd double %2350, %2351
  %2353 = add i64 %2398, 2597386317
  %2354 = lshr i64 %2353, 15
  %2355 = and i64 %2354, 131071
  %2356 = xor i64 %2355, %2353
  %2357 = mul i64 %2356, 2246822519
  %2358 = lshr i64 %2357, 13
  %2359 = and i64 %2358, 524287
  %2360 = xor i64 %2359, %2357
  %2361 = mul i64 %2360, 3266489917
  %2362 = and i64 %2361, 4294967295
  %2363 = lshr i64 %2362, 16
  %2364 = xor i64 %2363, %2362
  %2365 = uitofp i64 %2364 to double
  %2366 = fmul double %2365, 0x3DF0000000000000
  %2367 = fmul double %2366, 5.000000e+00
  %2368 = fadd double %2367, 2.000000e+00
  %2369 = fmul double %114, %2368
  %2370 = fmul double %2414, 4.000000e+01
  %2371 = fadd double %2370, %2369
  %2372 = tail call double @llvm.sin.f64(double %2371)
  %2373 = fmul double %2372, 2.000000e-01
  %2374 = fadd double %2373, 8.000000e-01
  %2375 = fmul double %2374, %2352
  %2376 = fmul double %2274, %2375
  %2377 = fmul double %2322, -1.200000e+00
  %2378 = tail call double @llvm.exp.f64(double %2377)
  %2379 = fmul double %2378, %2376
  %2380 = fadd double %2384, %2379
  br label %2381
2381:
  %2382 = phi double [ %2384, %2383 ], [ %2380, %2348 ], [ %2384, %2278 ]
  br i1 %2385, label %2416, label %2383
2383:
  %2384 = phi double [ 0.000000e+00, %2263 ], [ %2382, %2381 ]
  %2385 = phi i1 [ false, %2263 ], [ true, %2381 ]
  %2386 = phi i64 [ 0, %2263 ], [ 1, %2381 ]
  %2387 = mul nuw nsw i64 %2386, 55
  %2388 = add nuw nsw i64 %2387, 46
  %2389 = uitofp i64 %2388 to double
  %2390 = fmul double %2265, %2389
  %2391 = tail call double @llvm.floor.f64(double %2390)
  %2392 = fmul double %2266, %2389
  %2393 = tail call double @llvm.floor.f64(double %2392)
  %2394 = fptosi double %2391 to i64
  %2395 = fptosi double %2393 to i64
  %2396 = mul i64 %2394, 374761393
  %2397 = mul i64 %2395, 668265263
  %2398 = add i64 %2397, %2396
  %2399 = mul nuw nsw i64 %2386, 2246822519
  %2400 = add i64 %2398, %2399
  %2401 = add i64 %2400, 3912187483
  %2402 = lshr i64 %2401, 15
  %2403 = and i64 %2402, 131071
  %2404 = xor i64 %2403, %2401
  %2405 = mul i64 %2404, 2246822519
  %2406 = lshr i64 %2405, 13
  %2407 = and i64 %2406, 524287
  %2408 = xor i64 %2407, %2405
  %2409 = mul i64 %2408, 3266489917
  %2410 = and i64 %2409, 4294967295
  %2411 = lshr i64 %2410, 16
  %2412 = xor i64 %2411, %2410
  %2413 = uitofp i64 %2412 to double
  %2414 = fmul double %2413, 0x3DF0000000000000
  %2415 = fcmp ogt double %2414, 3.400000e-01
  br i1 %2415, label %2381, label %2267
2416:
  %2417 = fmul double %1652, 5.000000e+00
  %2418 = fcmp ogt double %2417, 1.000000e+00
  %2419 = select i1 %2418, double 1.000000e+00, double %2417
  %2420 = fmul double %70, %2419
  %2421 = fmul double %2420, %2382
  %2422 = fmul double %1651, 5.500000e-01
  %2423 = fmul double %1652, 6.200000e-01
  %2424 = fadd double %2422, %2423
  %2425 = fmul double %1653, 5.600000e-01
  %2426 = fsub double %2424, %2425
  %2427 = fmul double %1651, 3.100000e-01
  %2428 = fmul double %1652, 2.000000e-01
  %2429 = fadd double %2427, %2428
  %2430 = fmul double %1653, 3.100000e-01
  %2431 = fmul double %2429, 2.560000e+02
  %2432 = fadd double %2431, -5.000000e-01
  %2433 = fmul double %2430, 2.560000e+02
  %2434 = fadd double %2433, -5.000000e-01
  %2435 = tail call double @llvm.floor.f64(double %2432)
  %2436 = tail call double @llvm.floor.f64(double %2434)
  %2437 = fsub double %2432, %2435
  %2438 = fsub double %2434, %2436
  %2439 = fptosi double %2435 to i64
  %2440 = and i64 %2439, 255
  %2441 = fptosi double %2436 to i64
  %2442 = add i64 %2439, 1
  %2443 = and i64 %2442, 255
  %2444 = shl i64 %2441, 8
  %2445 = and i64 %2444, 65280
  %2446 = getelementptr float, ptr %68, i64 %2445
  %2447 = getelementptr i8, ptr %2446, i64 2446592
  %2448 = getelementptr float, ptr %2447, i64 %2440
  %2449 = load float, ptr %2448, align 4
  %2450 = fsub double 1.000000e+00, %2437
  %2451 = fpext float %2449 to double
  %2452 = fmul double %2450, %2451
  %2453 = getelementptr float, ptr %2447, i64 %2443
  %2454 = load float, ptr %2453, align 4
  %2455 = fpext float %2454 to double
  %2456 = fmul double %2437, %2455
  %2457 = fadd double %2452, %2456
  %2458 = add i64 %2444, 256
  %2459 = and i64 %2458, 65280
  %2460 = getelementptr float, ptr %68, i64 %2459
  %2461 = getelementptr i8, ptr %2460, i64 2446592
  %2462 = getelementptr float, ptr %2461, i64 %2440
  %2463 = load float, ptr %2462, align 4
  %2464 = fpext float %2463 to double
  %2465 = fmul double %2450, %2464
  %2466 = getelementptr float, ptr %2461, i64 %2443
  %2467 = load float, ptr %2466, align 4
  %2468 = fpext float %2467 to double
  %2469 = fmul double %2437, %2468
  %2470 = fadd double %2465, %2469
  %2471 = fsub double 1.000000e+00, %2438
  %2472 = fmul double %2471, %2457
  %2473 = fmul double %2438, %2470
  %2474 = fadd double %2472, %2473
  %2475 = fmul double %2429, 1.280000e+02
  %2476 = fadd double %2475, -5.000000e-01
  %2477 = fmul double %2430, 1.280000e+02
  %2478 = fadd double %2477, -5.000000e-01
  %2479 = tail call double @llvm.floor.f64(double %2476)
  %2480 = tail call double @llvm.floor.f64(double %2478)
  %2481 = fsub double %2476, %2479
  %2482 = fsub double %2478, %2480
  %2483 = fptosi double %2479 to i64
  %2484 = and i64 %2483, 127
  %2485 = fptosi double %2480 to i64
  %2486 = add i64 %2483, 1
  %2487 = and i64 %2486, 127
  %2488 = shl i64 %2485, 7
  %2489 = and i64 %2488, 16256
  %2490 = getelementptr float, ptr %68, i64 %2489
  %2491 = getelementptr i8, ptr %2490, i64 2708736
  %2492 = getelementptr float, ptr %2491, i64 %2484
  %2493 = load float, ptr %2492, align 4
  %2494 = fsub double 1.000000e+00, %2481
  %2495 = fpext float %2493 to double
  %2496 = fmul double %2494, %2495
  %2497 = getelementptr float, ptr %2491, i64 %2487
  %2498 = load float, ptr %2497, align 4
  %2499 = fpext float %2498 to double
  %2500 = fmul double %2481, %2499
  %2501 = fadd double %2496, %2500
  %2502 = add i64 %2488, 128
  %2503 = and i64 %2502, 16256
  %2504 = getelementptr float, ptr %68, i64 %2503
  %2505 = getelementptr i8, ptr %2504, i64 2708736
  %2506 = getelementptr float, ptr %2505, i64 %2484
  %2507 = load float, ptr %2506, align 4
  %2508 = fpext float %2507 to double
  %2509 = fmul double %2494, %2508
  %2510 = getelementptr float, ptr %2505, i64 %2487
  %2511 = load float, ptr %2510, align 4
  %2512 = fpext float %2511 to double
  %2513 = fmul double %2481, %2512
  %2514 = fadd double %2509, %2513
  %2515 = fsub double 1.000000e+00, %2482
  %2516 = fmul double %2515, %2501
  %2517 = fmul double %2482, %2514
  %2518 = fadd double %2516, %2517
  %2519 = fsub double %2518, %2474
  %2520 = fmul double %2519, 0.000000e+00
  %2521 = fadd double %2474, %2520
  %2522 = fneg double %2426
  %2523 = fmul double %2426, %2522
  %2524 = fmul double %2523, 2.200000e+01
  %2525 = tail call double @llvm.exp.f64(double %2524)
  %2526 = fmul double %2525, %2521
  %2527 = fmul double %2521, %2526
  %2528 = fmul double %2527, 3.500000e-02
  %2529 = fmul double %2420, %2528
  %2530 = fmul double %2529, 8.500000e-01
  %2531 = fadd double %2421, %2530
  %2532 = fadd double %2260, %2531
  %2533 = fmul double %2421, 1.020000e+00
  %2534 = fmul double %2529, 9.000000e-01
  %2535 = fadd double %2533, %2534
  %2536 = fadd double %2259, %2535
  %2537 = fmul double %2421, 1.100000e+00
  %2538 = fmul double %2529, 1.150000e+00
  %2539 = fadd double %2537, %2538
  %2540 = fadd double %2258, %2539
  br label %2541
2541:
  %2542 = phi double [ %2540, %2416 ], [ %2258, %2257 ]
  %2543 = phi double [ %2536, %2416 ], [ %2259, %2257 ]
  %2544 = phi double [ %2532, %2416 ], [ %2260, %2257 ]
  %2545 = mul i64 %1584, %8
  %2546 = getelementptr float, ptr %1582, i64 %2545
  %2547 = load float, ptr %2546, align 4
  %2548 = fmul double %1588, %1646
  %2549 = fmul double %2548, %2544
  %2550 = fptrunc double %2549 to float
  %2551 = fadd float %2547, %2550
  store float %2551, ptr %2546, align 4
  %2552 = getelementptr i8, ptr %2546, i64 4
  %2553 = load float, ptr %2552, align 4
  %2554 = fmul double %2548, %2543
  %2555 = fptrunc double %2554 to float
  %2556 = fadd float %2553, %2555
  store float %2556, ptr %2552, align 4
  %2557 = getelementptr i8, ptr %2546, i64 8
  %2558 = load float, ptr %2557, align 4
  %2559 = fmul double %2548, %2542
  %2560 = fptrunc double %2559 to float
  %2561 = fadd float %2558, %2560
  store float %2561, ptr %2557, align 4
  br label %1661
2562:
  ret void
}
declare float @llvm.fabs.f32(float)
declare double @llvm.fabs.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.log2.f64(double)
declare float @llvm.floor.f32(float)
declare double @llvm.ceil.f64(double)
declare double @llvm.sin.f64(double)
declare double @llvm.exp.f64(double)
declare double @llvm.exp2.f64(double)
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.smin.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)
