; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 2d4412162d6cbd97726392ee37b1d004
; entry sea_shader.paint_sea.0(float32:3:C, float32:2:C, float32:2:C, float64:2:C, float64:1:C, float64:1:C, float64:2:C, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32:3:C, float32:2:C, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32:1:C, int32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:2:C, float32:2:C, float32:2:C, float32:2:C, float32:3:C) -> none
define void @sea_shader.paint_sea.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 24
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 96
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 112
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 136
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 152
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 176
  %14 = load ptr, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 200
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 224
  %18 = load ptr, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 240
  %20 = load i64, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 264
  %22 = load double, ptr %21, align 8
  %23 = fptrunc double %22 to float
  %24 = getelementptr i8, ptr %0, i64 272
  %25 = load double, ptr %24, align 8
  %26 = fptrunc double %25 to float
  %27 = getelementptr i8, ptr %0, i64 280
  %28 = load double, ptr %27, align 8
  %29 = fptrunc double %28 to float
  %30 = getelementptr i8, ptr %0, i64 288
  %31 = load double, ptr %30, align 8
  %32 = fptrunc double %31 to float
  %33 = getelementptr i8, ptr %0, i64 296
  %34 = load double, ptr %33, align 8
  %35 = fptrunc double %34 to float
  %36 = getelementptr i8, ptr %0, i64 304
  %37 = load double, ptr %36, align 8
  %38 = fptrunc double %37 to float
  %39 = getelementptr i8, ptr %0, i64 312
  %40 = load double, ptr %39, align 8
  %41 = fptrunc double %40 to float
  %42 = getelementptr i8, ptr %0, i64 320
  %43 = load double, ptr %42, align 8
  %44 = fptrunc double %43 to float
  %45 = getelementptr i8, ptr %0, i64 328
  %46 = load double, ptr %45, align 8
  %47 = fptrunc double %46 to float
  %48 = getelementptr i8, ptr %0, i64 344
  %49 = load ptr, ptr %48, align 8
  %50 = getelementptr i8, ptr %0, i64 368
  %51 = load i64, ptr %50, align 8
  %52 = getelementptr i8, ptr %0, i64 400
  %53 = load ptr, ptr %52, align 8
  %54 = getelementptr i8, ptr %0, i64 416
  %55 = load i64, ptr %54, align 8
  %56 = getelementptr i8, ptr %0, i64 440
  %57 = load double, ptr %56, align 8
  %58 = fptrunc double %57 to float
  %59 = getelementptr i8, ptr %0, i64 448
  %60 = load double, ptr %59, align 8
  %61 = fptrunc double %60 to float
  %62 = getelementptr i8, ptr %0, i64 464
  %63 = load double, ptr %62, align 8
  %64 = fptrunc double %63 to float
  %65 = getelementptr i8, ptr %0, i64 472
  %66 = load double, ptr %65, align 8
  %67 = fptrunc double %66 to float
  %68 = getelementptr i8, ptr %0, i64 480
  %69 = load double, ptr %68, align 8
  %70 = fptrunc double %69 to float
  %71 = getelementptr i8, ptr %0, i64 488
  %72 = load double, ptr %71, align 8
  %73 = fptrunc double %72 to float
  %74 = getelementptr i8, ptr %0, i64 496
  %75 = load double, ptr %74, align 8
  %76 = fptrunc double %75 to float
  %77 = getelementptr i8, ptr %0, i64 504
  %78 = load double, ptr %77, align 8
  %79 = fptrunc double %78 to float
  %80 = getelementptr i8, ptr %0, i64 512
  %81 = load double, ptr %80, align 8
  %82 = fptrunc double %81 to float
  %83 = getelementptr i8, ptr %0, i64 520
  %84 = load double, ptr %83, align 8
  %85 = fptrunc double %84 to float
  %86 = getelementptr i8, ptr %0, i64 528
  %87 = load double, ptr %86, align 8
  %88 = fptrunc double %87 to float
  %89 = getelementptr i8, ptr %0, i64 536
  %90 = load ptr, ptr %89, align 8
  %91 = getelementptr i8, ptr %0, i64 544
  %92 = load i64, ptr %91, align 8
  %93 = getelementptr i8, ptr %0, i64 560
  %94 = load ptr, ptr %93, align 8
  %95 = getelementptr i8, ptr %0, i64 648
  %96 = load double, ptr %95, align 8
  %97 = getelementptr i8, ptr %0, i64 664
  %98 = load ptr, ptr %97, align 8
  %99 = getelementptr i8, ptr %0, i64 672
  %100 = load i64, ptr %99, align 8
  %101 = getelementptr i8, ptr %0, i64 680
  %102 = load i64, ptr %101, align 8
  %103 = getelementptr i8, ptr %0, i64 704
  %104 = load ptr, ptr %103, align 8
  %105 = getelementptr i8, ptr %0, i64 720
  %106 = load i64, ptr %105, align 8
  %107 = getelementptr i8, ptr %0, i64 744
  %108 = load ptr, ptr %107, align 8
  %109 = getelementptr i8, ptr %0, i64 760
  %110 = load i64, ptr %109, align 8
  %111 = getelementptr i8, ptr %0, i64 784
  %112 = load ptr, ptr %111, align 8
  %113 = getelementptr i8, ptr %0, i64 800
  %114 = load i64, ptr %113, align 8
  %115 = getelementptr i8, ptr %0, i64 824
  %116 = load ptr, ptr %115, align 8
  %117 = getelementptr i8, ptr %0, i64 848
  %118 = load i64, ptr %117, align 8
  %119 = icmp slt i64 %100, 1
  br i1 %119, label %1551, label %120
120:
  %121 = getelementptr i8, ptr %0, i64 840
  %122 = load i64, ptr %121, align 8
  %123 = getelementptr i8, ptr %0, i64 656
  %124 = load double, ptr %123, align 8
  %125 = getelementptr i8, ptr %0, i64 640
  %126 = load double, ptr %125, align 8
  %127 = getelementptr i8, ptr %0, i64 632
  %128 = load double, ptr %127, align 8
  %129 = getelementptr i8, ptr %0, i64 624
  %130 = load double, ptr %129, align 8
  %131 = getelementptr i8, ptr %0, i64 616
  %132 = load double, ptr %131, align 8
  %133 = getelementptr i8, ptr %0, i64 608
  %134 = load double, ptr %133, align 8
  %135 = getelementptr i8, ptr %0, i64 600
  %136 = load double, ptr %135, align 8
  %137 = getelementptr i8, ptr %0, i64 592
  %138 = load double, ptr %137, align 8
  %139 = getelementptr i8, ptr %0, i64 584
  %140 = load double, ptr %139, align 8
  %141 = getelementptr i8, ptr %0, i64 360
  %142 = load i64, ptr %141, align 8
  %143 = getelementptr i8, ptr %0, i64 352
  %144 = load i64, ptr %143, align 8
  %145 = getelementptr i8, ptr %0, i64 336
  %146 = load double, ptr %145, align 8
  %147 = fptrunc double %146 to float
  %148 = getelementptr i8, ptr %0, i64 16
  %149 = load i64, ptr %148, align 8
  %150 = fptrunc double %140 to float
  %151 = fptrunc double %138 to float
  %152 = fptrunc double %134 to float
  %153 = fptrunc double %132 to float
  %154 = fptrunc double %130 to float
  %155 = fptrunc double %128 to float
  %156 = fdiv double 1.000000e+00, %126
  %157 = fptrunc double %156 to float
  %158 = sitofp i64 %102 to double
  %159 = fmul double %158, 5.000000e-01
  %160 = fadd double %159, -5.000000e-01
  %161 = fptrunc double %160 to float
  %162 = fptrunc double %124 to float
  %163 = add nuw i64 %102, 127
  %164 = lshr i64 %163, 7
  %165 = icmp slt i64 %102, 1
  %166 = icmp eq i64 %164, 0
  %167 = select i1 %165, i1 true, i1 %166
  %168 = fcmp olt double %136, 3.000000e-01
  %169 = select i1 %168, double 3.000000e-01, double %136
  %170 = mul i64 %149, %4
  %171 = sitofp i64 %144 to float
  %172 = fadd float %171, 0xBFF00418A0000000
  %173 = mul i64 %142, %51
  %174 = fmul float %41, 5.000000e-01
  %175 = fadd float %174, %32
  %176 = fmul float %44, 5.000000e-01
  %177 = fadd float %176, %35
  %178 = fmul float %47, 5.000000e-01
  %179 = fadd float %178, %38
  %180 = fmul float %147, 0xBFF7154760000000
  %181 = getelementptr i8, ptr %10, i64 8
  %182 = fmul float %41, 0x3FECCCCCC0000000
  %183 = fmul float %44, 0x3FECCCCCC0000000
  %184 = fmul float %47, 0x3FECCCCCC0000000
  %185 = mul i64 %122, %118
  br label %188
186:
  %187 = icmp eq i64 %190, %100
  br i1 %187, label %1551, label %188
188:
  %189 = phi i64 [ 0, %120 ], [ %190, %186 ]
  %190 = add nuw nsw i64 %189, 1
  %191 = uitofp i64 %189 to double
  %192 = fsub double %96, %191
  %193 = fadd double %192, -5.000000e-01
  %194 = fptrunc double %193 to float
  br i1 %167, label %186, label %195
195:
  %196 = uitofp i64 %189 to float
  %197 = mul i64 %189, %102
  %198 = getelementptr float, ptr %98, i64 %197
  %199 = mul i64 %189, %106
  %200 = getelementptr float, ptr %104, i64 %199
  %201 = mul i64 %189, %110
  %202 = getelementptr float, ptr %108, i64 %201
  %203 = icmp eq i64 %189, 0
  %204 = add nsw i64 %189, -1
  %205 = mul i64 %204, %102
  %206 = getelementptr float, ptr %98, i64 %205
  %207 = icmp slt i64 %190, %100
  %208 = mul i64 %190, %102
  %209 = getelementptr float, ptr %98, i64 %208
  %210 = fmul float %196, 0x3F77E8B200000000
  %211 = mul i64 %185, %189
  %212 = getelementptr float, ptr %116, i64 %211
  br label %818
213:
  %214 = fpext float %263 to double
  %215 = fmul double %156, %214
  %216 = fmul double %215, %214
  %217 = fdiv double %216, %169
  %218 = add i64 %260, %256
  %219 = getelementptr float, ptr %198, i64 %218
  %220 = load float, ptr %219, align 4
  br i1 %203, label %286, label %275
221:
  %222 = phi i64 [ %324, %297 ], [ %254, %253 ]
  %223 = fcmp ogt float %267, 0.000000e+00
  %224 = fcmp olt float %271, 1.000000e+00
  %225 = select i1 %223, i1 %224, i1 false
  br i1 %225, label %226, label %250
226:
  %227 = sitofp i64 %256 to float
  %228 = icmp slt i64 %222, 0
  %229 = select i1 %228, i64 %92, i64 0
  %230 = getelementptr float, ptr %90, i64 %222
  %231 = getelementptr float, ptr %230, i64 %229
  store float %267, ptr %231, align 4
  %232 = icmp slt i64 %222, -768
  %233 = select i1 %232, i64 %92, i64 0
  %234 = getelementptr i8, ptr %230, i64 3072
  %235 = getelementptr float, ptr %234, i64 %233
  store float %227, ptr %235, align 4
  %236 = icmp slt i64 %222, -1024
  %237 = select i1 %236, i64 %92, i64 0
  %238 = getelementptr i8, ptr %230, i64 4096
  %239 = getelementptr float, ptr %238, i64 %237
  store float 9.000000e+00, ptr %239, align 4
  %240 = fsub float 1.000000e+00, %271
  %241 = icmp slt i64 %222, -256
  %242 = select i1 %241, i64 %92, i64 0
  %243 = getelementptr i8, ptr %230, i64 1024
  %244 = getelementptr float, ptr %243, i64 %242
  store float %240, ptr %244, align 4
  %245 = icmp slt i64 %222, -512
  %246 = select i1 %245, i64 %92, i64 0
  %247 = getelementptr i8, ptr %230, i64 2048
  %248 = getelementptr float, ptr %247, i64 %246
  store float 1.000000e+00, ptr %248, align 4
  %249 = add nsw i64 %222, 1
  br label %250
250:
  %251 = phi i64 [ %249, %226 ], [ %222, %221 ]
  %252 = icmp ugt i64 %255, 1
  br i1 %252, label %253, label %826
253:
  %254 = phi i64 [ %251, %250 ], [ 0, %818 ]
  %255 = phi i64 [ %257, %250 ], [ %824, %818 ]
  %256 = phi i64 [ %258, %250 ], [ %820, %818 ]
  %257 = add nsw i64 %255, -1
  %258 = add i64 %256, 1
  %259 = icmp slt i64 %256, 0
  %260 = select i1 %259, i64 %102, i64 0
  %261 = getelementptr float, ptr %198, i64 %256
  %262 = getelementptr float, ptr %261, i64 %260
  %263 = load float, ptr %262, align 4
  %264 = select i1 %259, i64 %106, i64 0
  %265 = getelementptr float, ptr %200, i64 %256
  %266 = getelementptr float, ptr %265, i64 %264
  %267 = load float, ptr %266, align 4
  %268 = select i1 %259, i64 %110, i64 0
  %269 = getelementptr float, ptr %202, i64 %256
  %270 = getelementptr float, ptr %269, i64 %268
  %271 = load float, ptr %270, align 4
  %272 = fcmp ogt float %263, 0.000000e+00
  %273 = fcmp ogt float %271, 0.000000e+00
  %274 = select i1 %272, i1 %273, i1 false
  br i1 %274, label %213, label %221
275:
  %276 = getelementptr float, ptr %206, i64 %218
  %277 = load float, ptr %276, align 4
  %278 = fcmp ogt float %277, 0.000000e+00
  br i1 %278, label %279, label %286
279:
  %280 = fsub float %277, %220
  %281 = tail call float @llvm.fabs.f32(float %280)
  %282 = fmul double %217, 5.000000e+00
  %283 = fpext float %281 to double
  %284 = fcmp olt double %282, %283
  %285 = select i1 %284, double %282, double %283
  br label %286
286:
  %287 = phi double [ %285, %279 ], [ %217, %275 ], [ %217, %213 ]
  br i1 %207, label %288, label %297
288:
  %289 = getelementptr float, ptr %209, i64 %218
  %290 = load float, ptr %289, align 4
  %291 = fsub float %220, %290
  %292 = tail call float @llvm.fabs.f32(float %291)
  %293 = fmul double %217, 5.000000e+00
  %294 = fpext float %292 to double
  %295 = fcmp olt double %293, %294
  %296 = select i1 %295, double %293, double %294
  br label %297
297:
  %298 = phi double [ %296, %288 ], [ %217, %286 ]
  %299 = fadd double %287, %298
  %300 = fmul double %299, 5.000000e-01
  %301 = fdiv double %300, %215
  %302 = sitofp i64 %256 to float
  %303 = fptrunc double %301 to float
  %304 = icmp slt i64 %254, 0
  %305 = select i1 %304, i64 %92, i64 0
  %306 = getelementptr float, ptr %90, i64 %254
  %307 = getelementptr float, ptr %306, i64 %305
  store float %263, ptr %307, align 4
  %308 = icmp slt i64 %254, -768
  %309 = select i1 %308, i64 %92, i64 0
  %310 = getelementptr i8, ptr %306, i64 3072
  %311 = getelementptr float, ptr %310, i64 %309
  store float %302, ptr %311, align 4
  %312 = icmp slt i64 %254, -1024
  %313 = select i1 %312, i64 %92, i64 0
  %314 = getelementptr i8, ptr %306, i64 4096
  %315 = getelementptr float, ptr %314, i64 %313
  store float %303, ptr %315, align 4
  %316 = icmp slt i64 %254, -256
  %317 = select i1 %316, i64 %92, i64 0
  %318 = getelementptr i8, ptr %306, i64 1024
  %319 = getelementptr float, ptr %318, i64 %317
  store float %271, ptr %319, align 4
  %320 = icmp slt i64 %254, -512
  %321 = select i1 %320, i64 %92, i64 0
  %322 = getelementptr i8, ptr %306, i64 2048
  %323 = getelementptr float, ptr %322, i64 %321
  store float 0.000000e+00, ptr %323, align 4
  %324 = add nsw i64 %254, 1
  br label %221
325:
  %326 = tail call i64 @llvm.smax.i64(i64 %251, i64 0)
  %327 = icmp eq i64 %326, 0
  br i1 %327, label %430, label %328
328:
  %329 = phi i64 [ %330, %328 ], [ 0, %325 ]
  %330 = add nuw nsw i64 %329, 1
  %331 = getelementptr float, ptr %90, i64 %329
  %332 = load float, ptr %331, align 4
  %333 = getelementptr i8, ptr %331, i64 3072
  %334 = load float, ptr %333, align 4
  %335 = getelementptr i8, ptr %331, i64 4096
  %336 = load float, ptr %335, align 4
  %337 = fcmp olt float %336, 1.000000e+00
  %338 = select i1 %337, float 1.000000e+00, float %336
  %339 = fcmp ogt float %338, 4.900000e+01
  %340 = select i1 %339, float 4.900000e+01, float %338
  %341 = fmul float %332, %157
  %342 = bitcast float %341 to i32
  %343 = zext i32 %342 to i64
  %344 = add nsw i64 %343, -1060439283
  %345 = shl i64 %344, 32
  %346 = ashr i64 %345, 55
  %347 = trunc nsw i64 %346 to i32
  %348 = trunc i64 %344 to i32
  %349 = and i32 %348, 8388607
  %350 = add nuw nsw i32 %349, 1060439283
  %351 = bitcast i32 %350 to float
  %352 = fadd float %351, -1.000000e+00
  %353 = fmul float %352, 0x3FC9E38100000000
  %354 = fsub float 0x3FD447FF80000000, %353
  %355 = fmul float %352, %354
  %356 = fadd float %355, 0xBFD77BCA20000000
  %357 = fmul float %352, %356
  %358 = fadd float %357, 0x3FDEB71AE0000000
  %359 = fmul float %352, %358
  %360 = fadd float %359, 0xBFE71408E0000000
  %361 = fmul float %352, %360
  %362 = fadd float %361, 0x3FF7154D00000000
  %363 = sitofp i32 %347 to float
  %364 = fmul float %352, %362
  %365 = fadd float %364, %363
  %366 = fadd float %365, 0x3FE6666660000000
  %367 = bitcast float %340 to i32
  %368 = zext i32 %367 to i64
  %369 = add nsw i64 %368, -1060439283
  %370 = shl i64 %369, 32
  %371 = ashr i64 %370, 55
  %372 = trunc nsw i64 %371 to i32
  %373 = trunc i64 %369 to i32
  %374 = and i32 %373, 8388607
  %375 = add nuw nsw i32 %374, 1060439283
  %376 = bitcast i32 %375 to float
  %377 = fadd float %376, -1.000000e+00
  %378 = fmul float %377, 0x3FC9E38100000000
  %379 = fsub float 0x3FD447FF80000000, %378
  %380 = fmul float %377, %379
  %381 = fadd float %380, 0xBFD77BCA20000000
  %382 = fmul float %377, %381
  %383 = fadd float %382, 0x3FDEB71AE0000000
  %384 = fmul float %377, %383
  %385 = fadd float %384, 0xBFE71408E0000000
  %386 = fmul float %377, %385
  %387 = fadd float %386, 0x3FF7154D00000000
  %388 = sitofp i32 %372 to float
  %389 = fmul float %377, %387
  %390 = fadd float %389, %388
  %391 = fmul float %390, 0x3FE428F5C0000000
  %392 = fadd float %366, %391
  %393 = getelementptr i8, ptr %331, i64 5120
  store float %392, ptr %393, align 4
  %394 = fmul float %334, 0x3FB12E2860000000
  %395 = fadd float %210, %394
  %396 = tail call float @llvm.floor.f32(float %395)
  %397 = fsub float %395, %396
  %398 = fmul float %397, 0x404A7DD040000000
  %399 = tail call float @llvm.floor.f32(float %398)
  %400 = fsub float %398, %399
  %401 = fadd float %400, -5.000000e-01
  %402 = getelementptr i8, ptr %331, i64 6144
  store float %401, ptr %402, align 4
  %403 = fsub float %334, %161
  %404 = fmul float %403, %157
  %405 = fmul float %404, %154
  %406 = fadd float %405, %152
  %407 = fmul float %404, %155
  %408 = fadd float %407, %153
  %409 = getelementptr i8, ptr %331, i64 7168
  store float %406, ptr %409, align 4
  %410 = getelementptr i8, ptr %331, i64 8192
  store float %408, ptr %410, align 4
  %411 = fmul float %403, %162
  %412 = fadd float %411, %194
  %413 = fmul float %412, %157
  %414 = fcmp ogt float %413, 0xBF1A36E2E0000000
  %415 = select i1 %414, float 0xBF1A36E2E0000000, float %413
  %416 = getelementptr i8, ptr %331, i64 9216
  store float %415, ptr %416, align 4
  %417 = fmul float %332, %406
  %418 = fadd float %417, %150
  %419 = fmul float %332, %408
  %420 = fadd float %419, %151
  %421 = getelementptr i8, ptr %331, i64 10240
  store float %418, ptr %421, align 4
  %422 = getelementptr i8, ptr %331, i64 11264
  store float %420, ptr %422, align 4
  %423 = getelementptr i8, ptr %331, i64 12288
  store float 0.000000e+00, ptr %423, align 4
  %424 = getelementptr i8, ptr %331, i64 13312
  store float 0.000000e+00, ptr %424, align 4
  %425 = getelementptr i8, ptr %331, i64 15360
  store float 0.000000e+00, ptr %425, align 4
  %426 = getelementptr i8, ptr %331, i64 16384
  store float 0.000000e+00, ptr %426, align 4
  %427 = getelementptr i8, ptr %331, i64 17408
  store float 0.000000e+00, ptr %427, align 4
  %428 = getelementptr i8, ptr %331, i64 14336
  store float 0.000000e+00, ptr %428, align 4
  %429 = icmp eq i64 %251, %330
  br i1 %429, label %430, label %328
430:
  br label %828
431:
  %432 = icmp eq i64 %830, 4
  br i1 %432, label %627, label %435
433:
  %434 = icmp eq i64 %830, 4
  br i1 %434, label %816, label %435
435:
  br label %828
436:
  %437 = select i1 %832, float 1.000000e+00, float 0x3FC47AE160000000
  %438 = icmp ult i64 %829, 2
  %439 = icmp eq i64 %829, 0
  %440 = select i1 %439, i64 16384, i64 17408
  br label %601
441:
  %442 = zext i32 %625 to i64
  %443 = load i32, ptr %623, align 4
  %444 = sext i32 %443 to i64
  %445 = add nsw i64 %444, %442
  %446 = add nsw i64 %444, 1
  %447 = add nsw i64 %445, 1
  %448 = getelementptr i8, ptr %604, i64 26624
  %449 = load float, ptr %448, align 4
  %450 = getelementptr i8, ptr %604, i64 27648
  %451 = load float, ptr %450, align 4
  %452 = fmul float %449, %451
  %453 = fsub float %451, %452
  %454 = fsub float %449, %452
  %455 = fsub float 1.000000e+00, %449
  %456 = fsub float %455, %453
  %457 = mul i64 %4, %444
  %458 = getelementptr float, ptr %848, i64 %457
  %459 = getelementptr i8, ptr %458, i64 4
  %460 = load float, ptr %459, align 4
  %461 = fmul float %460, %456
  %462 = mul i64 %446, %4
  %463 = getelementptr float, ptr %848, i64 %462
  %464 = getelementptr i8, ptr %463, i64 4
  %465 = load float, ptr %464, align 4
  %466 = fmul float %465, %454
  %467 = fadd float %466, %461
  %468 = mul i64 %445, %4
  %469 = getelementptr float, ptr %848, i64 %468
  %470 = getelementptr i8, ptr %469, i64 4
  %471 = load float, ptr %470, align 4
  %472 = fmul float %453, %471
  %473 = fadd float %472, %467
  %474 = mul i64 %447, %4
  %475 = getelementptr float, ptr %848, i64 %474
  %476 = getelementptr i8, ptr %475, i64 4
  %477 = load float, ptr %476, align 4
  %478 = fmul float %452, %477
  %479 = fadd float %478, %473
  %480 = getelementptr i8, ptr %458, i64 8
  %481 = load float, ptr %480, align 4
  %482 = fmul float %456, %481
  %483 = getelementptr i8, ptr %463, i64 8
  %484 = load float, ptr %483, align 4
  %485 = fmul float %454, %484
  %486 = fadd float %482, %485
  %487 = getelementptr i8, ptr %469, i64 8
  %488 = load float, ptr %487, align 4
  %489 = fmul float %453, %488
  %490 = fadd float %486, %489
  %491 = getelementptr i8, ptr %475, i64 8
  %492 = load float, ptr %491, align 4
  %493 = fmul float %452, %492
  %494 = fadd float %490, %493
  br i1 %438, label %495, label %526
495:
  %496 = load float, ptr %458, align 4
  %497 = fmul float %456, %496
  %498 = load float, ptr %463, align 4
  %499 = fmul float %454, %498
  %500 = fadd float %497, %499
  %501 = load float, ptr %469, align 4
  %502 = fmul float %453, %501
  %503 = fadd float %500, %502
  %504 = load float, ptr %475, align 4
  %505 = fmul float %452, %504
  %506 = fadd float %503, %505
  %507 = getelementptr i8, ptr %458, i64 12
  %508 = load float, ptr %507, align 4
  %509 = fmul float %456, %508
  %510 = getelementptr i8, ptr %463, i64 12
  %511 = load float, ptr %510, align 4
  %512 = fmul float %454, %511
  %513 = fadd float %509, %512
  %514 = getelementptr i8, ptr %469, i64 12
  %515 = load float, ptr %514, align 4
  %516 = fmul float %453, %515
  %517 = fadd float %513, %516
  %518 = getelementptr i8, ptr %475, i64 12
  %519 = load float, ptr %518, align 4
  %520 = fmul float %452, %519
  %521 = fadd float %517, %520
  %522 = getelementptr i8, ptr %604, i64 15360
  %523 = load float, ptr %522, align 4
  %524 = fadd float %506, %523
  store float %524, ptr %522, align 4
  %525 = getelementptr i8, ptr %604, i64 %440
  store float %521, ptr %525, align 4
  br label %526
526:
  %527 = getelementptr i8, ptr %604, i64 12288
  %528 = load float, ptr %527, align 4
  %529 = fmul float %479, %837
  %530 = fmul float %494, %840
  %531 = fsub float %529, %530
  %532 = fmul float %833, %531
  %533 = fadd float %532, %528
  store float %533, ptr %527, align 4
  %534 = getelementptr i8, ptr %604, i64 13312
  %535 = load float, ptr %534, align 4
  %536 = fmul float %479, %840
  %537 = fmul float %494, %837
  %538 = fadd float %536, %537
  %539 = fmul float %833, %538
  %540 = fadd float %539, %535
  store float %540, ptr %534, align 4
  br label %541
541:
  %542 = icmp eq i64 %251, %603
  br i1 %542, label %431, label %601
543:
  %544 = phi i64 [ %545, %543 ], [ 0, %828 ]
  %545 = add nuw nsw i64 %544, 1
  %546 = getelementptr float, ptr %90, i64 %544
  %547 = getelementptr i8, ptr %546, i64 5120
  %548 = load float, ptr %547, align 4
  %549 = fadd float %548, %846
  %550 = fcmp olt float %549, 0.000000e+00
  %551 = select i1 %550, float 0.000000e+00, float %549
  %552 = fcmp ogt float %551, 0x4017FEF9E0000000
  %553 = select i1 %552, float 0x4017FEF9E0000000, float %551
  %554 = getelementptr i8, ptr %546, i64 33792
  store float %553, ptr %554, align 4
  %555 = getelementptr i8, ptr %546, i64 6144
  %556 = load float, ptr %555, align 4
  %557 = fadd float %556, %553
  %558 = fadd float %557, 5.000000e-01
  %559 = fcmp olt float %558, 0.000000e+00
  %560 = select i1 %559, float 0.000000e+00, float %558
  %561 = fptosi float %560 to i32
  %562 = getelementptr i8, ptr %546, i64 10240
  %563 = load float, ptr %562, align 4
  %564 = getelementptr i8, ptr %546, i64 11264
  %565 = load float, ptr %564, align 4
  %566 = fmul float %563, %837
  %567 = fmul float %565, %840
  %568 = fadd float %566, %567
  %569 = fmul float %568, %843
  %570 = fmul float %565, %837
  %571 = fmul float %563, %840
  %572 = fsub float %570, %571
  %573 = fmul float %572, %843
  %574 = zext i32 %561 to i64
  %575 = lshr i64 128, %574
  %576 = trunc nuw nsw i64 %575 to i32
  %577 = uitofp i32 %576 to float
  %578 = fmul float %569, %577
  %579 = fadd float %578, -5.000000e-01
  %580 = fmul float %573, %577
  %581 = fadd float %580, -5.000000e-01
  %582 = tail call float @llvm.floor.f32(float %579)
  %583 = tail call float @llvm.floor.f32(float %581)
  %584 = add nuw nsw i32 %576, 1
  %585 = fptosi float %582 to i32
  %586 = add nsw i32 %576, -1
  %587 = and i32 %586, %585
  %588 = fptosi float %583 to i32
  %589 = and i32 %586, %588
  %590 = shl nuw nsw i32 %584, 1
  %591 = add i32 %589, %590
  %592 = mul i32 %591, %584
  %593 = add i32 %592, %587
  %594 = fsub float %579, %582
  %595 = fsub float %581, %583
  %596 = getelementptr i32, ptr %94, i64 %544
  store i32 %593, ptr %596, align 4
  %597 = getelementptr i8, ptr %596, i64 1024
  store i32 %584, ptr %597, align 4
  %598 = getelementptr i8, ptr %546, i64 26624
  store float %594, ptr %598, align 4
  %599 = getelementptr i8, ptr %546, i64 27648
  store float %595, ptr %599, align 4
  %600 = icmp eq i64 %251, %545
  br i1 %600, label %436, label %543
601:
  %602 = phi i64 [ 0, %436 ], [ %603, %541 ]
  %603 = add nuw nsw i64 %602, 1
  %604 = getelementptr float, ptr %90, i64 %602
  %605 = getelementptr i8, ptr %604, i64 33792
  %606 = load float, ptr %605, align 4
  %607 = fptoui float %606 to i64
  %608 = getelementptr double, ptr %850, i64 %607
  %609 = load double, ptr %608, align 8
  %610 = fptrunc double %609 to float
  %611 = getelementptr i8, ptr %608, i64 8
  %612 = load double, ptr %611, align 8
  %613 = fptrunc double %612 to float
  %614 = getelementptr i8, ptr %604, i64 14336
  %615 = load float, ptr %614, align 4
  %616 = tail call float @llvm.floor.f32(float %606)
  %617 = fsub float %606, %616
  %618 = fsub float %613, %610
  %619 = fmul float %617, %618
  %620 = fadd float %619, %610
  %621 = fmul float %437, %620
  %622 = fadd float %615, %621
  store float %622, ptr %614, align 4
  %623 = getelementptr i32, ptr %94, i64 %602
  %624 = getelementptr i8, ptr %623, i64 1024
  %625 = load i32, ptr %624, align 4
  %626 = icmp slt i32 %625, 6
  br i1 %626, label %541, label %441
627:
  %628 = phi i64 [ %629, %627 ], [ 0, %431 ]
  %629 = add nuw nsw i64 %628, 1
  %630 = getelementptr float, ptr %90, i64 %628
  %631 = getelementptr i8, ptr %630, i64 14336
  %632 = load float, ptr %631, align 4
  %633 = fadd float %632, %61
  store float %633, ptr %631, align 4
  %634 = getelementptr i8, ptr %630, i64 7168
  %635 = load float, ptr %634, align 4
  %636 = getelementptr i8, ptr %630, i64 8192
  %637 = load float, ptr %636, align 4
  %638 = getelementptr i8, ptr %630, i64 9216
  %639 = load float, ptr %638, align 4
  %640 = fmul float %635, %635
  %641 = fmul float %637, %637
  %642 = fadd float %640, %641
  %643 = fmul float %639, %639
  %644 = fadd float %642, %643
  %645 = tail call float @llvm.sqrt.f32(float %644)
  %646 = fdiv float 1.000000e+00, %645
  %647 = fneg float %635
  %648 = fmul float %646, %647
  %649 = fneg float %639
  %650 = fmul float %646, %649
  %651 = fneg float %637
  %652 = fmul float %646, %651
  %653 = tail call float @sqrtf(float %633)
  %654 = fmul float %650, 0x3FF99999A0000000
  %655 = fcmp ogt float %654, 1.000000e+00
  %656 = select i1 %655, float 1.000000e+00, float %654
  %657 = fsub float 1.000000e+00, %656
  %658 = fmul float %653, %657
  %659 = fmul float %658, 0x3FECCCCCC0000000
  %660 = tail call float @llvm.sqrt.f32(float %642)
  %661 = fdiv float %659, %660
  %662 = getelementptr i8, ptr %630, i64 12288
  %663 = load float, ptr %662, align 4
  %664 = fmul float %635, %661
  %665 = fadd float %663, %664
  %666 = getelementptr i8, ptr %630, i64 13312
  %667 = load float, ptr %666, align 4
  %668 = fmul float %637, %661
  %669 = fadd float %667, %668
  %670 = fmul float %665, %665
  %671 = fmul float %669, %669
  %672 = fadd float %670, %671
  %673 = fadd float %672, 1.000000e+00
  %674 = tail call float @llvm.sqrt.f32(float %673)
  %675 = fdiv float 1.000000e+00, %674
  %676 = fneg float %665
  %677 = fmul float %675, %676
  %678 = fneg float %669
  %679 = fmul float %675, %678
  %680 = fmul float %648, %677
  %681 = fmul float %650, %675
  %682 = fadd float %681, %680
  %683 = fmul float %652, %679
  %684 = fadd float %683, %682
  %685 = fmul float %684, %684
  %686 = fadd float %685, 0x3F9EB851E0000000
  %687 = tail call float @llvm.sqrt.f32(float %686)
  %688 = fadd float %684, %687
  %689 = fmul float %688, 5.000000e-01
  %690 = fmul float %653, 0xC00F0BFAE0000000
  %691 = fcmp olt float %690, -1.260000e+02
  %692 = select i1 %691, float -1.260000e+02, float %690
  %693 = fcmp ogt float %692, 1.260000e+02
  %694 = select i1 %693, float 1.260000e+02, float %692
  %695 = fadd float %694, 5.000000e-01
  %696 = tail call float @llvm.floor.f32(float %695)
  %697 = fsub float %694, %696
  %698 = fmul float %697, 0x3F83C6E5C0000000
  %699 = fadd float %698, 0x3FAC96D5E0000000
  %700 = fmul float %697, %699
  %701 = fadd float %700, 0x3FCEBFB3E0000000
  %702 = fmul float %697, %701
  %703 = fadd float %702, 0x3FE62E2D20000000
  %704 = fmul float %697, %703
  %705 = fadd float %704, 1.000000e+00
  %706 = fptosi float %696 to i32
  %707 = shl i32 %706, 23
  %708 = add i32 %707, 1065353216
  %709 = bitcast i32 %708 to float
  %710 = fmul float %705, %709
  %711 = fmul float %710, 5.000000e+00
  %712 = fsub float 1.000000e+00, %689
  %713 = fcmp olt float %712, 0x3EB0C6F7A0000000
  %714 = select i1 %713, float 0x3EB0C6F7A0000000, float %712
  %715 = bitcast float %714 to i32
  %716 = zext i32 %715 to i64
  %717 = add nsw i64 %716, -1060439283
  %718 = shl i64 %717, 32
  %719 = ashr i64 %718, 55
  %720 = trunc nsw i64 %719 to i32
  %721 = trunc i64 %717 to i32
  %722 = and i32 %721, 8388607
  %723 = add nuw nsw i32 %722, 1060439283
  %724 = bitcast i32 %723 to float
  %725 = fadd float %724, -1.000000e+00
  %726 = fmul float %725, 0x3FC9E38100000000
  %727 = fsub float 0x3FD447FF80000000, %726
  %728 = fmul float %725, %727
  %729 = fadd float %728, 0xBFD77BCA20000000
  %730 = fmul float %725, %729
  %731 = fadd float %730, 0x3FDEB71AE0000000
  %732 = fmul float %725, %731
  %733 = fadd float %732, 0xBFE71408E0000000
  %734 = fmul float %725, %733
  %735 = fadd float %734, 0x3FF7154D00000000
  %736 = sitofp i32 %720 to float
  %737 = fmul float %725, %735
  %738 = fadd float %737, %736
  %739 = fmul float %711, %738
  %740 = fcmp olt float %739, -1.260000e+02
  %741 = select i1 %740, float -1.260000e+02, float %739
  %742 = fcmp ogt float %741, 1.260000e+02
  %743 = select i1 %742, float 1.260000e+02, float %741
  %744 = fadd float %743, 5.000000e-01
  %745 = tail call float @llvm.floor.f32(float %744)
  %746 = fsub float %743, %745
  %747 = fmul float %746, 0x3F83C6E5C0000000
  %748 = fadd float %747, 0x3FAC96D5E0000000
  %749 = fmul float %746, %748
  %750 = fadd float %749, 0x3FCEBFB3E0000000
  %751 = fmul float %746, %750
  %752 = fadd float %751, 0x3FE62E2D20000000
  %753 = fmul float %746, %752
  %754 = fadd float %753, 1.000000e+00
  %755 = fptosi float %745 to i32
  %756 = shl i32 %755, 23
  %757 = add i32 %756, 1065353216
  %758 = bitcast i32 %757 to float
  %759 = fmul float %754, %758
  %760 = fmul float %759, 0x3FEF5C2900000000
  %761 = fmul float %633, 0x4036B33340000000
  %762 = tail call float @sqrtf(float %653)
  %763 = fmul float %761, %762
  %764 = fadd float %763, 1.000000e+00
  %765 = fdiv float %760, %764
  %766 = fadd float %765, 0x3F947AE140000000
  %767 = fmul float %689, 2.000000e+00
  %768 = fmul float %677, %767
  %769 = fsub float %768, %648
  %770 = fmul float %675, %767
  %771 = fsub float %770, %650
  %772 = tail call float @llvm.fabs.f32(float %771)
  %773 = fmul float %653, 0x3FD6666660000000
  %774 = fadd float %773, %772
  %775 = fmul float %679, %767
  %776 = fsub float %775, %652
  %777 = fmul float %769, %769
  %778 = fmul float %774, %774
  %779 = fadd float %777, %778
  %780 = fmul float %776, %776
  %781 = fadd float %780, %779
  %782 = tail call float @llvm.sqrt.f32(float %781)
  %783 = fdiv float 1.000000e+00, %782
  %784 = fmul float %774, %783
  %785 = fadd float %784, 1.000000e+00
  %786 = fdiv float %783, %785
  %787 = fmul float %769, %786
  %788 = fadd float %787, 0x3FF0CCCCC0000000
  %789 = fdiv float %788, 0x4000CCCCC0000000
  %790 = fmul float %789, %171
  %791 = fadd float %790, -5.000000e-01
  %792 = fmul float %776, %786
  %793 = fadd float %792, 0x3FF0CCCCC0000000
  %794 = fdiv float %793, 0x4000CCCCC0000000
  %795 = fmul float %794, %171
  %796 = fadd float %795, -5.000000e-01
  %797 = fcmp olt float %791, 0.000000e+00
  %798 = select i1 %797, float 0.000000e+00, float %791
  %799 = fcmp olt float %172, %798
  %800 = select i1 %799, float %172, float %798
  %801 = getelementptr i8, ptr %630, i64 26624
  store float %800, ptr %801, align 4
  %802 = fcmp olt float %796, 0.000000e+00
  %803 = select i1 %802, float 0.000000e+00, float %796
  %804 = fcmp olt float %172, %803
  %805 = select i1 %804, float %172, float %803
  %806 = getelementptr i8, ptr %630, i64 27648
  store float %805, ptr %806, align 4
  %807 = getelementptr i8, ptr %630, i64 18432
  store float %648, ptr %807, align 4
  %808 = getelementptr i8, ptr %630, i64 19456
  store float %650, ptr %808, align 4
  %809 = getelementptr i8, ptr %630, i64 20480
  store float %652, ptr %809, align 4
  %810 = getelementptr i8, ptr %630, i64 21504
  store float %677, ptr %810, align 4
  %811 = getelementptr i8, ptr %630, i64 22528
  store float %675, ptr %811, align 4
  %812 = getelementptr i8, ptr %630, i64 23552
  store float %679, ptr %812, align 4
  %813 = getelementptr i8, ptr %630, i64 24576
  store float %689, ptr %813, align 4
  %814 = getelementptr i8, ptr %630, i64 25600
  store float %766, ptr %814, align 4
  %815 = icmp eq i64 %251, %629
  br i1 %815, label %851, label %627
816:
  %817 = icmp sgt i64 %819, 1
  br i1 %817, label %818, label %186
818:
  %819 = phi i64 [ %164, %195 ], [ %821, %816 ]
  %820 = phi i64 [ 0, %195 ], [ %822, %816 ]
  %821 = add nsw i64 %819, -1
  %822 = add nuw i64 %820, 128
  %823 = tail call i64 @llvm.smin.i64(i64 %102, i64 %822)
  %824 = sub i64 %823, %820
  %825 = icmp slt i64 %824, 1
  br i1 %825, label %816, label %253
826:
  %827 = icmp eq i64 %251, 0
  br i1 %827, label %816, label %325
828:
  %829 = phi i64 [ 0, %430 ], [ %830, %435 ]
  %830 = add nuw nsw i64 %829, 1
  %831 = tail call i64 @llvm.smin.i64(i64 %829, i64 2)
  %832 = icmp ult i64 %829, 3
  %833 = select i1 %832, float 1.000000e+00, float 0x3FD99999A0000000
  %834 = mul i64 %829, %12
  %835 = getelementptr double, ptr %10, i64 %834
  %836 = load double, ptr %835, align 8
  %837 = fptrunc double %836 to float
  %838 = getelementptr i8, ptr %835, i64 8
  %839 = load double, ptr %838, align 8
  %840 = fptrunc double %839 to float
  %841 = getelementptr double, ptr %14, i64 %829
  %842 = load double, ptr %841, align 8
  %843 = fptrunc double %842 to float
  %844 = getelementptr double, ptr %16, i64 %829
  %845 = load double, ptr %844, align 8
  %846 = fptrunc double %845 to float
  %847 = mul i64 %170, %831
  %848 = getelementptr float, ptr %2, i64 %847
  %849 = mul i64 %831, %20
  %850 = getelementptr double, ptr %18, i64 %849
  br i1 %327, label %433, label %543
851:
  %852 = phi i64 [ %853, %851 ], [ 0, %627 ]
  %853 = add nuw nsw i64 %852, 1
  %854 = getelementptr float, ptr %90, i64 %852
  %855 = getelementptr i8, ptr %854, i64 26624
  %856 = load float, ptr %855, align 4
  %857 = getelementptr i8, ptr %854, i64 27648
  %858 = load float, ptr %857, align 4
  %859 = fptosi float %856 to i64
  %860 = fptosi float %858 to i64
  %861 = add i64 %859, 1
  %862 = add i64 %860, 1
  %863 = tail call float @llvm.floor.f32(float %856)
  %864 = fsub float %856, %863
  %865 = tail call float @llvm.floor.f32(float %858)
  %866 = fsub float %858, %865
  %867 = fmul float %864, %866
  %868 = fsub float %866, %867
  %869 = fsub float %864, %867
  %870 = fsub float 1.000000e+00, %864
  %871 = fsub float %870, %868
  %872 = mul i64 %173, %860
  %873 = getelementptr float, ptr %49, i64 %872
  %874 = mul i64 %862, %173
  %875 = getelementptr float, ptr %49, i64 %874
  %876 = mul i64 %51, %859
  %877 = getelementptr float, ptr %873, i64 %876
  %878 = load float, ptr %877, align 4
  %879 = fmul float %878, %871
  %880 = mul i64 %861, %51
  %881 = getelementptr float, ptr %873, i64 %880
  %882 = load float, ptr %881, align 4
  %883 = fmul float %882, %869
  %884 = fadd float %883, %879
  %885 = getelementptr float, ptr %875, i64 %876
  %886 = load float, ptr %885, align 4
  %887 = fmul float %886, %868
  %888 = fadd float %887, %884
  %889 = getelementptr float, ptr %875, i64 %880
  %890 = load float, ptr %889, align 4
  %891 = fmul float %867, %890
  %892 = fadd float %891, %888
  %893 = getelementptr i8, ptr %854, i64 30720
  store float %892, ptr %893, align 4
  %894 = add i64 %876, 1
  %895 = getelementptr float, ptr %873, i64 %894
  %896 = load float, ptr %895, align 4
  %897 = fmul float %871, %896
  %898 = add i64 %880, 1
  %899 = getelementptr float, ptr %873, i64 %898
  %900 = load float, ptr %899, align 4
  %901 = fmul float %869, %900
  %902 = fadd float %897, %901
  %903 = getelementptr float, ptr %875, i64 %894
  %904 = load float, ptr %903, align 4
  %905 = fmul float %868, %904
  %906 = fadd float %902, %905
  %907 = getelementptr float, ptr %875, i64 %898
  %908 = load float, ptr %907, align 4
  %909 = fmul float %867, %908
  %910 = fadd float %906, %909
  %911 = getelementptr i8, ptr %854, i64 31744
  store float %910, ptr %911, align 4
  %912 = add i64 %876, 2
  %913 = getelementptr float, ptr %873, i64 %912
  %914 = load float, ptr %913, align 4
  %915 = fmul float %871, %914
  %916 = add i64 %880, 2
  %917 = getelementptr float, ptr %873, i64 %916
  %918 = load float, ptr %917, align 4
  %919 = fmul float %869, %918
  %920 = fadd float %915, %919
  %921 = getelementptr float, ptr %875, i64 %912
  %922 = load float, ptr %921, align 4
  %923 = fmul float %868, %922
  %924 = fadd float %920, %923
  %925 = getelementptr float, ptr %875, i64 %916
  %926 = load float, ptr %925, align 4
  %927 = fmul float %867, %926
  %928 = fadd float %924, %927
  %929 = getelementptr i8, ptr %854, i64 32768
  store float %928, ptr %929, align 4
  %930 = icmp eq i64 %251, %853
  br i1 %930, label %931, label %851
931:
  %932 = phi i64 [ %933, %931 ], [ 0, %851 ]
  %933 = add nuw nsw i64 %932, 1
  %934 = getelementptr float, ptr %90, i64 %932
  %935 = getelementptr i8, ptr %934, i64 18432
  %936 = load float, ptr %935, align 4
  %937 = getelementptr i8, ptr %934, i64 19456
  %938 = load float, ptr %937, align 4
  %939 = getelementptr i8, ptr %934, i64 20480
  %940 = load float, ptr %939, align 4
  %941 = getelementptr i8, ptr %934, i64 24576
  %942 = load float, ptr %941, align 4
  %943 = getelementptr i8, ptr %934, i64 25600
  %944 = load float, ptr %943, align 4
  %945 = getelementptr i8, ptr %934, i64 15360
  %946 = load float, ptr %945, align 4
  %947 = fdiv float %946, %58
  %948 = fadd float %947, 0x3FDCCCCCC0000000
  %949 = fcmp olt float %948, 0.000000e+00
  %950 = select i1 %949, float 0.000000e+00, float %948
  %951 = fcmp ogt float %950, 0x3FF6666660000000
  %952 = select i1 %951, float 0x3FF6666660000000, float %950
  %953 = fmul float %936, %23
  %954 = fmul float %940, %29
  %955 = fadd float %953, %954
  %956 = fneg float %955
  %957 = fcmp olt float %956, 0.000000e+00
  %958 = select i1 %957, float 0.000000e+00, float %956
  %959 = fmul float %958, %958
  %960 = fmul float %958, %959
  %961 = fmul float %942, 0x3FE4CCCCC0000000
  %962 = fadd float %961, 0x3FD6666660000000
  %963 = fmul float %962, %960
  %964 = fmul float %952, %952
  %965 = fmul float %963, %67
  %966 = fmul float %942, %70
  %967 = fadd float %966, %965
  %968 = fmul float %967, %964
  %969 = getelementptr i8, ptr %934, i64 21504
  %970 = load float, ptr %969, align 4
  %971 = fmul float %970, %23
  %972 = getelementptr i8, ptr %934, i64 22528
  %973 = load float, ptr %972, align 4
  %974 = fmul float %973, %26
  %975 = fadd float %971, %974
  %976 = getelementptr i8, ptr %934, i64 23552
  %977 = load float, ptr %976, align 4
  %978 = fmul float %977, %29
  %979 = fadd float %975, %978
  %980 = fcmp olt float %979, 0.000000e+00
  %981 = select i1 %980, float 0.000000e+00, float %979
  %982 = getelementptr i8, ptr %934, i64 28672
  store float %981, ptr %982, align 4
  %983 = fmul float %981, 0x3FE4CCCCC0000000
  %984 = fadd float %983, 0x3FD6666660000000
  %985 = fsub float 1.000000e+00, %944
  %986 = fmul float %938, %26
  %987 = fadd float %953, %986
  %988 = fadd float %987, %954
  %989 = fmul float %988, 2.000000e+00
  %990 = fadd float %989, 2.000000e+00
  %991 = fcmp olt float %990, 0x3EB0C6F7A0000000
  %992 = select i1 %991, float 0x3EB0C6F7A0000000, float %990
  %993 = tail call float @llvm.sqrt.f32(float %992)
  %994 = fdiv float 1.000000e+00, %993
  %995 = fadd float %936, %23
  %996 = fadd float %940, %29
  %997 = fadd float %938, %26
  %998 = fmul float %997, %994
  %999 = fadd float %998, 0xBFA99999A0000000
  %1000 = fmul float %999, 1.000000e+06
  %1001 = fcmp olt float %1000, 0.000000e+00
  %1002 = select i1 %1001, float 0.000000e+00, float %1000
  %1003 = fcmp ogt float %1002, 1.000000e+00
  %1004 = select i1 %1003, float 1.000000e+00, float %1002
  %1005 = fcmp olt float %998, 0x3FA99999A0000000
  %1006 = select i1 %1005, float 0x3FA99999A0000000, float %998
  %1007 = fneg float %994
  %1008 = fmul float %995, %1007
  %1009 = fdiv float %1008, %1006
  %1010 = getelementptr i8, ptr %934, i64 12288
  %1011 = load float, ptr %1010, align 4
  %1012 = fsub float %1009, %1011
  %1013 = fmul float %996, %1007
  %1014 = fdiv float %1013, %1006
  %1015 = getelementptr i8, ptr %934, i64 13312
  %1016 = load float, ptr %1015, align 4
  %1017 = fsub float %1014, %1016
  %1018 = getelementptr i8, ptr %934, i64 14336
  %1019 = load float, ptr %1018, align 4
  %1020 = fmul float %1019, 5.000000e-01
  %1021 = fadd float %1020, 0x3F5A36E2E0000000
  %1022 = fmul float %1012, %1012
  %1023 = fmul float %1017, %1017
  %1024 = fadd float %1022, %1023
  %1025 = fmul float %1024, 5.000000e-01
  %1026 = fdiv float %1025, %1021
  %1027 = fcmp ogt float %1026, 6.000000e+01
  %1028 = select i1 %1027, float 6.000000e+01, float %1026
  %1029 = fmul float %1006, %1006
  %1030 = fadd float %988, 1.000000e+00
  %1031 = fmul float %1030, %994
  %1032 = fcmp olt float %1031, 0.000000e+00
  %1033 = select i1 %1032, float 0.000000e+00, float %1031
  %1034 = fsub float 1.000000e+00, %1033
  %1035 = fmul float %1034, %1034
  %1036 = fmul float %1035, 0x3FEF5C2900000000
  %1037 = fmul float %1035, %1036
  %1038 = fmul float %1034, %1037
  %1039 = fadd float %1038, 0x3F947AE140000000
  %1040 = fmul float %1039, 1.250000e-01
  %1041 = fmul float %1028, 0xBFF7154760000000
  %1042 = fcmp olt float %1041, -1.260000e+02
  %1043 = select i1 %1042, float -1.260000e+02, float %1041
  %1044 = fcmp ogt float %1043, 1.260000e+02
  %1045 = select i1 %1044, float 1.260000e+02, float %1043
  %1046 = fadd float %1045, 5.000000e-01
  %1047 = tail call float @llvm.floor.f32(float %1046)
  %1048 = fsub float %1045, %1047
  %1049 = fmul float %1048, 0x3F83C6E5C0000000
  %1050 = fadd float %1049, 0x3FAC96D5E0000000
  %1051 = fmul float %1048, %1050
  %1052 = fadd float %1051, 0x3FCEBFB3E0000000
  %1053 = fmul float %1048, %1052
  %1054 = fadd float %1053, 0x3FE62E2D20000000
  %1055 = fmul float %1048, %1054
  %1056 = fadd float %1055, 1.000000e+00
  %1057 = fptosi float %1047 to i32
  %1058 = shl i32 %1057, 23
  %1059 = add i32 %1058, 1065353216
  %1060 = bitcast i32 %1059 to float
  %1061 = fmul float %1056, %1060
  %1062 = fmul float %1040, %1061
  %1063 = fmul float %1004, %1062
  %1064 = fmul float %1029, %1021
  %1065 = fmul float %1029, %1064
  %1066 = fdiv float %1063, %1065
  %1067 = fcmp olt float %942, 0x3FBEB851E0000000
  %1068 = select i1 %1067, float 0x3FBEB851E0000000, float %942
  %1069 = fdiv float %1066, %1068
  %1070 = fcmp ogt float %1069, 4.000000e+01
  %1071 = select i1 %1070, float 4.000000e+01, float %1069
  %1072 = fmul float %1071, %64
  %1073 = fmul float %985, %968
  %1074 = fmul float %984, %32
  %1075 = fadd float %1074, %41
  %1076 = fmul float %1075, %73
  %1077 = fmul float %985, %1076
  %1078 = fmul float %984, %35
  %1079 = fadd float %1078, %44
  %1080 = fmul float %1079, %76
  %1081 = fmul float %985, %1080
  %1082 = fmul float %984, %38
  %1083 = fadd float %1082, %47
  %1084 = fmul float %1083, %79
  %1085 = fmul float %985, %1084
  %1086 = fmul float %1073, %82
  %1087 = fmul float %175, %1086
  %1088 = fmul float %1073, %85
  %1089 = fmul float %177, %1088
  %1090 = fmul float %1073, %88
  %1091 = fmul float %179, %1090
  %1092 = getelementptr i8, ptr %934, i64 30720
  %1093 = load float, ptr %1092, align 4
  %1094 = fmul float %944, %1093
  %1095 = fadd float %1094, %1077
  %1096 = fadd float %1087, %1095
  %1097 = fmul float %1072, %32
  %1098 = fadd float %1096, %1097
  store float %1098, ptr %1092, align 4
  %1099 = getelementptr i8, ptr %934, i64 31744
  %1100 = load float, ptr %1099, align 4
  %1101 = fmul float %944, %1100
  %1102 = fadd float %1101, %1081
  %1103 = fadd float %1089, %1102
  %1104 = fmul float %1072, %35
  %1105 = fadd float %1103, %1104
  store float %1105, ptr %1099, align 4
  %1106 = getelementptr i8, ptr %934, i64 32768
  %1107 = load float, ptr %1106, align 4
  %1108 = fmul float %944, %1107
  %1109 = fadd float %1085, %1108
  %1110 = fadd float %1091, %1109
  %1111 = fmul float %1072, %38
  %1112 = fadd float %1110, %1111
  store float %1112, ptr %1106, align 4
  %1113 = getelementptr i8, ptr %934, i64 16384
  %1114 = load float, ptr %1113, align 4
  %1115 = fsub float 1.000000e+00, %1114
  %1116 = getelementptr i8, ptr %934, i64 17408
  %1117 = load float, ptr %1116, align 4
  %1118 = fmul float %1115, %1117
  %1119 = fadd float %952, 0xBFD3333340000000
  %1120 = fcmp olt float %1119, 0.000000e+00
  %1121 = select i1 %1120, float 0.000000e+00, float %1119
  %1122 = fcmp ogt float %1121, 1.000000e+00
  %1123 = select i1 %1122, float 1.000000e+00, float %1121
  %1124 = fmul float %1123, %1118
  %1125 = fadd float %1114, %1124
  %1126 = fcmp ogt float %1125, 0x3FE99999A0000000
  %1127 = select i1 %1126, float 0x3FE99999A0000000, float %1125
  store float %1127, ptr %1113, align 4
  %1128 = load float, ptr %934, align 4
  %1129 = fmul float %180, %1128
  %1130 = fcmp olt float %1129, -1.260000e+02
  %1131 = select i1 %1130, float -1.260000e+02, float %1129
  %1132 = fcmp ogt float %1131, 1.260000e+02
  %1133 = select i1 %1132, float 1.260000e+02, float %1131
  %1134 = fadd float %1133, 5.000000e-01
  %1135 = tail call float @llvm.floor.f32(float %1134)
  %1136 = fsub float %1133, %1135
  %1137 = fmul float %1136, 0x3F83C6E5C0000000
  %1138 = fadd float %1137, 0x3FAC96D5E0000000
  %1139 = fmul float %1136, %1138
  %1140 = fadd float %1139, 0x3FCEBFB3E0000000
  %1141 = fmul float %1136, %1140
  %1142 = fadd float %1141, 0x3FE62E2D20000000
  %1143 = fmul float %1136, %1142
  %1144 = fadd float %1143, 1.000000e+00
  %1145 = fptosi float %1135 to i32
  %1146 = shl i32 %1145, 23
  %1147 = add i32 %1146, 1065353216
  %1148 = bitcast i32 %1147 to float
  %1149 = fmul float %1144, %1148
  %1150 = getelementptr i8, ptr %934, i64 29696
  store float %1149, ptr %1150, align 4
  %1151 = icmp eq i64 %251, %933
  br i1 %1151, label %1152, label %931
1152:
  %1153 = load double, ptr %14, align 8
  %1154 = load double, ptr %10, align 8
  %1155 = load double, ptr %181, align 8
  br label %1467
1156:
  %1157 = getelementptr i8, ptr %1470, i64 5120
  %1158 = load float, ptr %1157, align 4
  %1159 = fcmp olt float %1158, -1.260000e+02
  %1160 = select i1 %1159, float -1.260000e+02, float %1158
  %1161 = fcmp ogt float %1160, 1.260000e+02
  %1162 = select i1 %1161, float 1.260000e+02, float %1160
  %1163 = fadd float %1162, 5.000000e-01
  %1164 = tail call float @llvm.floor.f32(float %1163)
  %1165 = fsub float %1162, %1164
  %1166 = fmul float %1165, 0x3F83C6E5C0000000
  %1167 = fadd float %1166, 0x3FAC96D5E0000000
  %1168 = fmul float %1165, %1167
  %1169 = fadd float %1168, 0x3FCEBFB3E0000000
  %1170 = fmul float %1165, %1169
  %1171 = fadd float %1170, 0x3FE62E2D20000000
  %1172 = fmul float %1165, %1171
  %1173 = fadd float %1172, 1.000000e+00
  %1174 = fptosi float %1164 to i32
  %1175 = shl i32 %1174, 23
  %1176 = add i32 %1175, 1065353216
  %1177 = bitcast i32 %1176 to float
  %1178 = fmul float %1173, %1177
  %1179 = fpext float %1178 to double
  %1180 = fmul double %1179, 1.600000e+00
  %1181 = fcmp ogt double %1180, 1.400000e+00
  %1182 = select i1 %1181, double 1.400000e+00, double %1180
  %1183 = fadd double %1182, 1.600000e-01
  %1184 = fadd double %1183, 1.000000e+00
  %1185 = fmul double %1184, %1473
  %1186 = fsub double 1.000000e+00, %1185
  %1187 = fcmp ult double %1186, 1.000000e+00
  br i1 %1187, label %1188, label %1435
1188:
  %1189 = getelementptr i8, ptr %1470, i64 11264
  %1190 = load float, ptr %1189, align 4
  %1191 = fpext float %1190 to double
  %1192 = fmul double %1154, %1191
  %1193 = getelementptr i8, ptr %1470, i64 10240
  %1194 = load float, ptr %1193, align 4
  %1195 = fpext float %1194 to double
  %1196 = fmul double %1155, %1195
  %1197 = fsub double %1192, %1196
  %1198 = fmul double %1153, %1197
  %1199 = fmul double %1154, %1195
  %1200 = fmul double %1155, %1191
  %1201 = fadd double %1200, %1199
  %1202 = fmul double %1153, %1201
  %1203 = fmul double %1202, 1.280000e+02
  %1204 = fadd double %1203, -5.000000e-01
  %1205 = fmul double %1198, 1.280000e+02
  %1206 = fadd double %1205, -5.000000e-01
  %1207 = tail call double @llvm.floor.f64(double %1204)
  %1208 = tail call double @llvm.floor.f64(double %1206)
  %1209 = fptosi double %1207 to i64
  %1210 = and i64 %1209, 127
  %1211 = fptosi double %1208 to i64
  %1212 = add i64 %1209, 1
  %1213 = and i64 %1212, 127
  %1214 = shl i64 %1211, 7
  %1215 = and i64 %1214, 16256
  %1216 = add i64 %1214, 128
  %1217 = and i64 %1216, 16256
  %1218 = or i64 %1215, %1210
  %1219 = or i64 %1215, %1213
  %1220 = or i64 %1217, %1210
  %1221 = or i64 %1217, %1213
  %1222 = fsub double %1204, %1207
  %1223 = fsub double %1206, %1208
  %1224 = fmul double %1222, %1223
  %1225 = fsub double %1223, %1224
  %1226 = fsub double 1.000000e+00, %1222
  %1227 = fsub double %1226, %1225
  %1228 = fsub double %1222, %1224
  %1229 = fdiv double %1202, %1153
  %1230 = mul i64 %1218, %8
  %1231 = getelementptr float, ptr %6, i64 %1230
  %1232 = load float, ptr %1231, align 4
  %1233 = fpext float %1232 to double
  %1234 = fmul double %1227, %1233
  %1235 = mul i64 %1219, %8
  %1236 = getelementptr float, ptr %6, i64 %1235
  %1237 = load float, ptr %1236, align 4
  %1238 = fpext float %1237 to double
  %1239 = fmul double %1228, %1238
  %1240 = fadd double %1239, %1234
  %1241 = mul i64 %1220, %8
  %1242 = getelementptr float, ptr %6, i64 %1241
  %1243 = load float, ptr %1242, align 4
  %1244 = fpext float %1243 to double
  %1245 = fmul double %1225, %1244
  %1246 = fadd double %1245, %1240
  %1247 = mul i64 %1221, %8
  %1248 = getelementptr float, ptr %6, i64 %1247
  %1249 = load float, ptr %1248, align 4
  %1250 = fpext float %1249 to double
  %1251 = fmul double %1224, %1250
  %1252 = fadd double %1251, %1246
  %1253 = fsub double %1229, %1252
  %1254 = fdiv double %1198, %1153
  %1255 = getelementptr i8, ptr %1231, i64 4
  %1256 = load float, ptr %1255, align 4
  %1257 = fpext float %1256 to double
  %1258 = fmul double %1227, %1257
  %1259 = getelementptr i8, ptr %1236, i64 4
  %1260 = load float, ptr %1259, align 4
  %1261 = fpext float %1260 to double
  %1262 = fmul double %1228, %1261
  %1263 = fadd double %1262, %1258
  %1264 = getelementptr i8, ptr %1242, i64 4
  %1265 = load float, ptr %1264, align 4
  %1266 = fpext float %1265 to double
  %1267 = fmul double %1225, %1266
  %1268 = fadd double %1267, %1263
  %1269 = getelementptr i8, ptr %1248, i64 4
  %1270 = load float, ptr %1269, align 4
  %1271 = fpext float %1270 to double
  %1272 = fmul double %1224, %1271
  %1273 = fadd double %1272, %1268
  %1274 = fsub double %1254, %1273
  %1275 = fmul double %1253, 5.500000e-01
  %1276 = fadd double %1275, 3.000000e+00
  %1277 = fmul double %1276, 0x3FA642C8590B2164
  %1278 = fmul double %1274, 0x3FA642C8590B2164
  %1279 = fpext float %1158 to double
  %1280 = fadd double %1279, 0x4011E7DF5FE538AB
  %1281 = fcmp olt double %1280, 0.000000e+00
  %1282 = select i1 %1281, double 0.000000e+00, double %1280
  %1283 = fcmp ogt double %1282, 6.000000e+00
  %1284 = select i1 %1283, double 6.000000e+00, double %1282
  %1285 = fadd double %1284, 5.000000e-01
  %1286 = fptosi double %1285 to i64
  %1287 = lshr i64 512, %1286
  %1288 = mul nuw nsw i64 %1287, %1287
  %1289 = trunc nuw nsw i64 %1288 to i32
  %1290 = shl nuw nsw i32 %1289, 2
  %1291 = sub nuw nsw i32 1048576, %1290
  %1292 = udiv i32 %1291, 3
  %1293 = zext i32 %1292 to i64
  %1294 = uitofp i64 %1287 to double
  %1295 = fmul double %1277, %1294
  %1296 = fadd double %1295, -5.000000e-01
  %1297 = fmul double %1278, %1294
  %1298 = fadd double %1297, -5.000000e-01
  %1299 = tail call double @llvm.floor.f64(double %1296)
  %1300 = tail call double @llvm.floor.f64(double %1298)
  %1301 = add nsw i64 %1287, -1
  %1302 = fptosi double %1299 to i64
  %1303 = and i64 %1301, %1302
  %1304 = fptosi double %1300 to i64
  %1305 = and i64 %1301, %1304
  %1306 = add nsw i64 %1303, 1
  %1307 = and i64 %1306, %1301
  %1308 = mul nsw i64 %1305, %1287
  %1309 = add nsw i64 %1308, %1293
  %1310 = add nsw i64 %1305, 1
  %1311 = and i64 %1310, %1301
  %1312 = mul nsw i64 %1311, %1287
  %1313 = add nsw i64 %1312, %1293
  %1314 = add nsw i64 %1309, %1303
  %1315 = add nsw i64 %1307, %1309
  %1316 = add nsw i64 %1313, %1303
  %1317 = add nsw i64 %1313, %1307
  %1318 = fsub double %1296, %1299
  %1319 = fsub double %1298, %1300
  %1320 = mul i64 %1314, %55
  %1321 = getelementptr float, ptr %53, i64 %1320
  %1322 = load float, ptr %1321, align 4
  %1323 = mul i64 %1315, %55
  %1324 = getelementptr float, ptr %53, i64 %1323
  %1325 = load float, ptr %1324, align 4
  %1326 = fsub float %1325, %1322
  %1327 = fpext float %1326 to double
  %1328 = fmul double %1318, %1327
  %1329 = fpext float %1322 to double
  %1330 = fadd double %1328, %1329
  %1331 = mul i64 %1316, %55
  %1332 = getelementptr float, ptr %53, i64 %1331
  %1333 = load float, ptr %1332, align 4
  %1334 = mul i64 %1317, %55
  %1335 = getelementptr float, ptr %53, i64 %1334
  %1336 = load float, ptr %1335, align 4
  %1337 = fsub float %1336, %1333
  %1338 = fpext float %1337 to double
  %1339 = fmul double %1318, %1338
  %1340 = fpext float %1333 to double
  %1341 = fadd double %1339, %1340
  %1342 = fsub double %1341, %1330
  %1343 = fmul double %1319, %1342
  %1344 = fadd double %1330, %1343
  %1345 = fmul double %1344, 4.500000e-01
  %1346 = fadd double %1345, 5.500000e-01
  %1347 = fcmp ugt double %1346, %1186
  br i1 %1347, label %1348, label %1435
1348:
  %1349 = fmul double %1253, 0x3FC4FBCDA3AC10CA
  %1350 = fmul double %1274, 0x3FC4FBCDA3AC10CA
  %1351 = fadd double %1279, 0x401990944F54D30B
  %1352 = fcmp olt double %1351, 0.000000e+00
  %1353 = select i1 %1352, double 0.000000e+00, double %1351
  %1354 = fcmp ogt double %1353, 6.000000e+00
  %1355 = select i1 %1354, double 6.000000e+00, double %1353
  %1356 = fadd double %1355, 5.000000e-01
  %1357 = fptosi double %1356 to i64
  %1358 = lshr i64 512, %1357
  %1359 = mul nuw nsw i64 %1358, %1358
  %1360 = trunc nuw nsw i64 %1359 to i32
  %1361 = shl nuw nsw i32 %1360, 2
  %1362 = sub nuw nsw i32 1048576, %1361
  %1363 = udiv i32 %1362, 3
  %1364 = zext i32 %1363 to i64
  %1365 = uitofp i64 %1358 to double
  %1366 = fmul double %1349, %1365
  %1367 = fadd double %1366, -5.000000e-01
  %1368 = fmul double %1350, %1365
  %1369 = fadd double %1368, -5.000000e-01
  %1370 = tail call double @llvm.floor.f64(double %1367)
  %1371 = tail call double @llvm.floor.f64(double %1369)
  %1372 = add nsw i64 %1358, -1
  %1373 = fptosi double %1370 to i64
  %1374 = and i64 %1372, %1373
  %1375 = fptosi double %1371 to i64
  %1376 = and i64 %1372, %1375
  %1377 = add nsw i64 %1374, 1
  %1378 = and i64 %1377, %1372
  %1379 = mul nsw i64 %1376, %1358
  %1380 = add nsw i64 %1379, %1364
  %1381 = add nsw i64 %1376, 1
  %1382 = and i64 %1381, %1372
  %1383 = mul nsw i64 %1382, %1358
  %1384 = add nsw i64 %1383, %1364
  %1385 = add nsw i64 %1380, %1374
  %1386 = add nsw i64 %1380, %1378
  %1387 = add nsw i64 %1384, %1374
  %1388 = add nsw i64 %1384, %1378
  %1389 = fsub double %1367, %1370
  %1390 = fsub double %1369, %1371
  %1391 = mul i64 %1385, %55
  %1392 = getelementptr float, ptr %53, i64 %1391
  %1393 = load float, ptr %1392, align 4
  %1394 = mul i64 %1386, %55
  %1395 = getelementptr float, ptr %53, i64 %1394
  %1396 = load float, ptr %1395, align 4
  %1397 = fsub float %1396, %1393
  %1398 = fpext float %1397 to double
  %1399 = fmul double %1389, %1398
  %1400 = fpext float %1393 to double
  %1401 = fadd double %1399, %1400
  %1402 = mul i64 %1387, %55
  %1403 = getelementptr float, ptr %53, i64 %1402
  %1404 = load float, ptr %1403, align 4
  %1405 = mul i64 %1388, %55
  %1406 = getelementptr float, ptr %53, i64 %1405
  %1407 = load float, ptr %1406, align 4
  %1408 = fsub float %1407, %1404
  %1409 = fpext float %1408 to double
  %1410 = fmul double %1389, %1409
  %1411 = fpext float %1404 to double
  %1412 = fadd double %1410, %1411
  %1413 = fsub double %1412, %1401
  %1414 = fmul double %1390, %1413
  %1415 = fadd double %1401, %1414
  %1416 = fmul double %1415, 5.500000e-01
  %1417 = fadd double %1345, %1416
  %1418 = fsub double %1417, %1186
  %1419 = fdiv double %1418, %1183
  %1420 = fcmp olt double %1419, 0.000000e+00
  %1421 = select i1 %1420, double 0.000000e+00, double %1419
  %1422 = fcmp ogt double %1421, 1.000000e+00
  %1423 = select i1 %1422, double 1.000000e+00, double %1421
  %1424 = fmul double %1423, %1423
  %1425 = fmul double %1423, 2.000000e+00
  %1426 = fsub double 3.000000e+00, %1425
  %1427 = fmul double %1424, %1426
  %1428 = fmul double %1473, 1.600000e+00
  %1429 = fcmp ogt double %1428, 1.000000e+00
  %1430 = select i1 %1429, double 1.000000e+00, double %1428
  %1431 = fmul double %1430, 6.500000e-01
  %1432 = fadd double %1431, 3.500000e-01
  %1433 = fmul double %1432, %1427
  %1434 = fptrunc double %1433 to float
  br label %1435
1435:
  %1436 = phi float [ %1434, %1348 ], [ 0.000000e+00, %1156 ], [ 0.000000e+00, %1188 ]
  %1437 = getelementptr i8, ptr %1470, i64 28672
  %1438 = load float, ptr %1437, align 4
  %1439 = fmul float %1438, 0x3FE99999A0000000
  %1440 = fadd float %1439, 0x3FB99999A0000000
  %1441 = getelementptr i8, ptr %1470, i64 30720
  %1442 = load float, ptr %1441, align 4
  %1443 = getelementptr i8, ptr %1470, i64 31744
  %1444 = load float, ptr %1443, align 4
  %1445 = getelementptr i8, ptr %1470, i64 32768
  %1446 = load float, ptr %1445, align 4
  %1447 = fmul float %1440, %32
  %1448 = fadd float %182, %1447
  %1449 = fmul float %1448, 0x3FEA3D70A0000000
  %1450 = fsub float %1449, %1442
  %1451 = fmul float %1436, %1450
  %1452 = fadd float %1442, %1451
  %1453 = fmul float %1440, %35
  %1454 = fadd float %183, %1453
  %1455 = fmul float %1454, 0x3FEAE147A0000000
  %1456 = fsub float %1455, %1444
  %1457 = fmul float %1436, %1456
  %1458 = fadd float %1444, %1457
  %1459 = fmul float %1440, %38
  %1460 = fadd float %184, %1459
  %1461 = fmul float %1460, 0x3FEB333340000000
  %1462 = fsub float %1461, %1446
  %1463 = fmul float %1436, %1462
  %1464 = fadd float %1446, %1463
  store float %1452, ptr %1441, align 4
  store float %1458, ptr %1443, align 4
  store float %1464, ptr %1445, align 4
  br label %1465
1465:
  %1466 = icmp eq i64 %251, %1469
  br i1 %1466, label %1510, label %1467
1467:
  %1468 = phi i64 [ %1469, %1465 ], [ 0, %1152 ]
  %1469 = add nuw nsw i64 %1468, 1
  %1470 = getelementptr float, ptr %90, i64 %1468
  %1471 = getelementptr i8, ptr %1470, i64 16384
  %1472 = load float, ptr %1471, align 4
  %1473 = fpext float %1472 to double
  %1474 = fcmp ugt double %1473, 1.000000e-02
  br i1 %1474, label %1156, label %1465
1475:
  %1476 = load float, ptr %1547, align 4
  %1477 = fadd float %1543, %1476
  %1478 = getelementptr i8, ptr %1547, i64 4
  %1479 = load float, ptr %1478, align 4
  %1480 = fadd float %1544, %1479
  %1481 = getelementptr i8, ptr %1547, i64 8
  %1482 = load float, ptr %1481, align 4
  %1483 = fadd float %1545, %1482
  br label %1503
1484:
  %1485 = fcmp olt float %1518, 1.000000e+00
  br i1 %1485, label %1486, label %1503
1486:
  %1487 = getelementptr float, ptr %200, i64 %1516
  %1488 = load float, ptr %1487, align 4
  %1489 = fcmp oeq float %1488, 0.000000e+00
  br i1 %1489, label %1490, label %1503
1490:
  %1491 = fsub float 1.000000e+00, %1518
  %1492 = load float, ptr %1547, align 4
  %1493 = fmul float %1491, %1492
  %1494 = fadd float %1543, %1493
  %1495 = getelementptr i8, ptr %1547, i64 4
  %1496 = load float, ptr %1495, align 4
  %1497 = fmul float %1491, %1496
  %1498 = fadd float %1544, %1497
  %1499 = getelementptr i8, ptr %1547, i64 8
  %1500 = load float, ptr %1499, align 4
  %1501 = fmul float %1491, %1500
  %1502 = fadd float %1545, %1501
  br label %1503
1503:
  %1504 = phi float [ %1477, %1475 ], [ %1494, %1490 ], [ %1543, %1486 ], [ %1543, %1484 ]
  %1505 = phi float [ %1480, %1475 ], [ %1498, %1490 ], [ %1544, %1486 ], [ %1544, %1484 ]
  %1506 = phi float [ %1483, %1475 ], [ %1502, %1490 ], [ %1545, %1486 ], [ %1545, %1484 ]
  store float %1504, ptr %1547, align 4
  %1507 = getelementptr i8, ptr %1547, i64 4
  store float %1505, ptr %1507, align 4
  %1508 = getelementptr i8, ptr %1547, i64 8
  store float %1506, ptr %1508, align 4
  %1509 = icmp eq i64 %251, %1512
  br i1 %1509, label %816, label %1510
1510:
  %1511 = phi i64 [ %1512, %1503 ], [ 0, %1465 ]
  %1512 = add nuw nsw i64 %1511, 1
  %1513 = getelementptr float, ptr %90, i64 %1511
  %1514 = getelementptr i8, ptr %1513, i64 3072
  %1515 = load float, ptr %1514, align 4
  %1516 = fptoui float %1515 to i64
  %1517 = getelementptr i8, ptr %1513, i64 1024
  %1518 = load float, ptr %1517, align 4
  %1519 = getelementptr i8, ptr %1513, i64 29696
  %1520 = load float, ptr %1519, align 4
  %1521 = mul i64 %114, %1516
  %1522 = getelementptr float, ptr %112, i64 %1521
  %1523 = load float, ptr %1522, align 4
  %1524 = getelementptr i8, ptr %1513, i64 30720
  %1525 = load float, ptr %1524, align 4
  %1526 = fsub float %1525, %1523
  %1527 = fmul float %1520, %1526
  %1528 = fadd float %1523, %1527
  %1529 = getelementptr i8, ptr %1522, i64 4
  %1530 = load float, ptr %1529, align 4
  %1531 = getelementptr i8, ptr %1513, i64 31744
  %1532 = load float, ptr %1531, align 4
  %1533 = fsub float %1532, %1530
  %1534 = fmul float %1520, %1533
  %1535 = fadd float %1530, %1534
  %1536 = getelementptr i8, ptr %1522, i64 8
  %1537 = load float, ptr %1536, align 4
  %1538 = getelementptr i8, ptr %1513, i64 32768
  %1539 = load float, ptr %1538, align 4
  %1540 = fsub float %1539, %1537
  %1541 = fmul float %1520, %1540
  %1542 = fadd float %1537, %1541
  %1543 = fmul float %1518, %1528
  %1544 = fmul float %1518, %1535
  %1545 = fmul float %1518, %1542
  %1546 = mul i64 %118, %1516
  %1547 = getelementptr float, ptr %212, i64 %1546
  %1548 = getelementptr i8, ptr %1513, i64 2048
  %1549 = load float, ptr %1548, align 4
  %1550 = fcmp ogt float %1549, 0.000000e+00
  br i1 %1550, label %1475, label %1484
1551:
  ret void
}
declare float @llvm.fabs.f32(float)
declare float @llvm.floor.f32(float)
declare float @sqrtf(float) nounwind willreturn memory(none)
declare double @llvm.floor.f64(double)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
declare float @llvm.sqrt.f32(float)
